import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SafetensorsTensor","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/formats/interfaces/SafetensorsTensor.md","filePath":"api/inkgrad/formats/interfaces/SafetensorsTensor.md"}');
const _sfc_main = { name: "api/inkgrad/formats/interfaces/SafetensorsTensor.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-safetensorstensor" tabindex="-1">Interface: SafetensorsTensor <a class="header-anchor" href="#interface-safetensorstensor" aria-label="Permalink to &quot;Interface: SafetensorsTensor&quot;">​</a></h1><p>A tensor of a file: its numbers, row-major, and what they were there.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./../../interfaces/Tensor.html"><code>Tensor</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-data"></a> <code>data</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/NumericArray.html"><code>NumericArray</code></a></td><td>All numbers, the last axis running fastest.</td><td><a href="./../../interfaces/Tensor.html"><code>Tensor</code></a>.<a href="./../../interfaces/Tensor.html#property-data"><code>data</code></a></td></tr><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/SafetensorsDtype.html"><code>SafetensorsDtype</code></a></td><td>Floats of 16 and 8 bits come as 32-bit floats, 64-bit integers as doubles, BOOL as bytes 0 and 1, all others as they are.</td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The length of each axis.</td><td><a href="./../../interfaces/Tensor.html"><code>Tensor</code></a>.<a href="./../../interfaces/Tensor.html#property-shape"><code>shape</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/formats/interfaces/SafetensorsTensor.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SafetensorsTensor = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SafetensorsTensor as default
};
