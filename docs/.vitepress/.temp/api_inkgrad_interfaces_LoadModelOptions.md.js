import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoadModelOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/LoadModelOptions.md","filePath":"api/inkgrad/interfaces/LoadModelOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/LoadModelOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-loadmodeloptions" tabindex="-1">Interface: LoadModelOptions <a class="header-anchor" href="#interface-loadmodeloptions" aria-label="Permalink to &quot;Interface: LoadModelOptions&quot;">​</a></h1><p>Options of <code>loadModel</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-engine"></a> <code>engine?</code></td><td><code>readonly</code></td><td><a href="./Engine.html"><code>Engine</code></a></td><td>Where the model computes, as for <code>sequential</code>.</td></tr><tr><td><a id="property-layers"></a> <code>layers?</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/LayerDescription.html"><code>LayerDescription</code></a>[]</td><td>The layers, for files that hold weights and nothing else. Default: guessed from the weights, with a warning.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/LoadModelOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadModelOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadModelOptions as default
};
