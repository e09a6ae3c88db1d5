import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ConfusionMatrix","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/ConfusionMatrix.md","filePath":"api/inkgrad/interfaces/ConfusionMatrix.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/ConfusionMatrix.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-confusionmatrix" tabindex="-1">Interface: ConfusionMatrix <a class="header-anchor" href="#interface-confusionmatrix" aria-label="Permalink to &quot;Interface: ConfusionMatrix&quot;">​</a></h1><p>How often rows of each class were taken for each class.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The class ids, ascending.</td></tr><tr><td><a id="property-counts"></a> <code>counts</code></td><td><code>readonly</code></td><td>readonly (readonly <code>number</code>[])[]</td><td><code>counts[i][j]</code>: rows of class <code>classes[i]</code> that were predicted as <code>classes[j]</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/ConfusionMatrix.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConfusionMatrix = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConfusionMatrix as default
};
