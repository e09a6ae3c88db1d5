import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TensorLike","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/formats/interfaces/TensorLike.md","filePath":"api/inkgrad/formats/interfaces/TensorLike.md"}');
const _sfc_main = { name: "api/inkgrad/formats/interfaces/TensorLike.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tensorlike" tabindex="-1">Interface: TensorLike <a class="header-anchor" href="#interface-tensorlike" aria-label="Permalink to &quot;Interface: TensorLike&quot;">​</a></h1><p>Numbers with a shape, row-major, as they may be handed in.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-data"></a> <code>data</code></td><td><code>readonly</code></td><td>| readonly <code>number</code>[] | <a href="./../../type-aliases/NumericArray.html"><code>NumericArray</code></a> | <a href="./../../type-aliases/BigIntArray.html"><code>BigIntArray</code></a> | readonly <code>boolean</code>[]</td><td>All numbers, the last axis running fastest.</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The length of each axis.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/formats/interfaces/TensorLike.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TensorLike = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TensorLike as default
};
