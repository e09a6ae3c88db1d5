import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Scores","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/Scores.md","filePath":"api/inkgrad/interfaces/Scores.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/Scores.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-scores" tabindex="-1">Interface: Scores <a class="header-anchor" href="#interface-scores" aria-label="Permalink to &quot;Interface: Scores&quot;">​</a></h1><p>Scores from 0 to 1; a score that would divide by zero is 0, as with scikit-learn&#39;s <code>zero_division=0</code>.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ClassScores.html"><code>ClassScores</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-f1"></a> <code>f1</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The harmonic mean of precision and recall.</td></tr><tr><td><a id="property-precision"></a> <code>precision</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the rows predicted as the class, the share that is of it.</td></tr><tr><td><a id="property-recall"></a> <code>recall</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the rows of the class, the share predicted as it.</td></tr><tr><td><a id="property-support"></a> <code>support</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Rows of the class.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/Scores.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Scores = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Scores as default
};
