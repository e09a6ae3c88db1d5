import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClassScores","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/ClassScores.md","filePath":"api/inkgrad/interfaces/ClassScores.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/ClassScores.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-classscores" tabindex="-1">Interface: ClassScores <a class="header-anchor" href="#interface-classscores" aria-label="Permalink to &quot;Interface: ClassScores&quot;">​</a></h1><p>The scores of one class.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Scores.html"><code>Scores</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-classid"></a> <code>classId</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The class, from 0.</td><td>-</td></tr><tr><td><a id="property-f1"></a> <code>f1</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The harmonic mean of precision and recall.</td><td><a href="./Scores.html"><code>Scores</code></a>.<a href="./Scores.html#property-f1"><code>f1</code></a></td></tr><tr><td><a id="property-precision"></a> <code>precision</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the rows predicted as the class, the share that is of it.</td><td><a href="./Scores.html"><code>Scores</code></a>.<a href="./Scores.html#property-precision"><code>precision</code></a></td></tr><tr><td><a id="property-recall"></a> <code>recall</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Of the rows of the class, the share predicted as it.</td><td><a href="./Scores.html"><code>Scores</code></a>.<a href="./Scores.html#property-recall"><code>recall</code></a></td></tr><tr><td><a id="property-support"></a> <code>support</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Rows of the class.</td><td><a href="./Scores.html"><code>Scores</code></a>.<a href="./Scores.html#property-support"><code>support</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/ClassScores.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassScores = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassScores as default
};
