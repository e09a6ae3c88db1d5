import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WriteSafetensorsOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/formats/interfaces/WriteSafetensorsOptions.md","filePath":"api/inkgrad/formats/interfaces/WriteSafetensorsOptions.md"}');
const _sfc_main = { name: "api/inkgrad/formats/interfaces/WriteSafetensorsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-writesafetensorsoptions" tabindex="-1">Interface: WriteSafetensorsOptions <a class="header-anchor" href="#interface-writesafetensorsoptions" aria-label="Permalink to &quot;Interface: WriteSafetensorsOptions&quot;">​</a></h1><p>What <code>writeSafetensors</code> writes.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-metadata"></a> <code>metadata?</code></td><td><code>readonly</code></td><td><code>Named</code>&lt;<code>string</code>&gt;</td><td>Texts. Default: none.</td></tr><tr><td><a id="property-tensors"></a> <code>tensors</code></td><td><code>readonly</code></td><td><code>Named</code>&lt; | <code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <a href="./../type-aliases/NestedArray.html"><code>NestedArray</code></a> | <a href="./TensorLike.html"><code>TensorLike</code></a>&gt;</td><td>In the order in which they are to lie in the file.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/formats/interfaces/WriteSafetensorsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WriteSafetensorsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WriteSafetensorsOptions as default
};
