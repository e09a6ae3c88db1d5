import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Tensor<Data>","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/Tensor.md","filePath":"api/inkgrad/interfaces/Tensor.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/Tensor.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tensor-data" tabindex="-1">Interface: Tensor&lt;Data&gt; <a class="header-anchor" href="#interface-tensor-data" aria-label="Permalink to &quot;Interface: Tensor\\&lt;Data\\&gt;&quot;">​</a></h1><p>Numbers with a shape, row-major.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./Tensor2D.html"><code>Tensor2D</code></a></li><li><a href="./../formats/interfaces/SafetensorsTensor.html"><code>SafetensorsTensor</code></a></li></ul><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-data"></a> <code>Data</code> <em>extends</em> <a href="./../type-aliases/NumericArray.html"><code>NumericArray</code></a></td><td><a href="./../type-aliases/NumericArray.html"><code>NumericArray</code></a></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-data"></a> <code>data</code></td><td><code>readonly</code></td><td><code>Data</code></td><td>All numbers, the last axis running fastest.</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The length of each axis.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/Tensor.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Tensor = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Tensor as default
};
