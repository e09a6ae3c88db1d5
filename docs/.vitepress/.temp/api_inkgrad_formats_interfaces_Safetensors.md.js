import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Safetensors","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/formats/interfaces/Safetensors.md","filePath":"api/inkgrad/formats/interfaces/Safetensors.md"}');
const _sfc_main = { name: "api/inkgrad/formats/interfaces/Safetensors.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-safetensors" tabindex="-1">Interface: Safetensors <a class="header-anchor" href="#interface-safetensors" aria-label="Permalink to &quot;Interface: Safetensors&quot;">​</a></h1><p>What a file holds.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-metadata"></a> <code>metadata</code></td><td><code>readonly</code></td><td><code>ReadonlyMap</code>&lt;<code>string</code>, <code>string</code>&gt;</td><td>Texts, by names of which nothing is prescribed.</td></tr><tr><td><a id="property-tensors"></a> <code>tensors</code></td><td><code>readonly</code></td><td><code>ReadonlyMap</code>&lt;<code>string</code>, <a href="./SafetensorsTensor.html"><code>SafetensorsTensor</code></a>&gt;</td><td>By name, in the order of the file.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/formats/interfaces/Safetensors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Safetensors = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Safetensors as default
};
