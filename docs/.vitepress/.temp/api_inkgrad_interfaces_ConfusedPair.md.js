import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ConfusedPair","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/ConfusedPair.md","filePath":"api/inkgrad/interfaces/ConfusedPair.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/ConfusedPair.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-confusedpair" tabindex="-1">Interface: ConfusedPair <a class="header-anchor" href="#interface-confusedpair" aria-label="Permalink to &quot;Interface: ConfusedPair&quot;">​</a></h1><p>A class that was taken for another.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-count"></a> <code>count</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Rows of class <code>label</code> that were predicted as <code>prediction</code>.</td></tr><tr><td><a id="property-label"></a> <code>label</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The true class.</td></tr><tr><td><a id="property-prediction"></a> <code>prediction</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The class it was taken for.</td></tr><tr><td><a id="property-share"></a> <code>share</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The same as a share of all rows of class <code>label</code>, 0 to 1.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/ConfusedPair.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConfusedPair = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConfusedPair as default
};
