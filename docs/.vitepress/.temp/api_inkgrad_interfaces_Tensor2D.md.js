import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Tensor2D","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/Tensor2D.md","filePath":"api/inkgrad/interfaces/Tensor2D.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/Tensor2D.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tensor2d" tabindex="-1">Interface: Tensor2D <a class="header-anchor" href="#interface-tensor2d" aria-label="Permalink to &quot;Interface: Tensor2D&quot;">​</a></h1><p>A matrix of 32-bit floats, row-major: <code>shape</code> is <code>[rows, columns]</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Tensor.html"><code>Tensor</code></a>&lt;<code>Float32Array</code>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Overrides</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-data"></a> <code>data</code></td><td><code>readonly</code></td><td><code>Float32Array</code></td><td>All numbers, the last axis running fastest.</td><td>-</td><td><a href="./Tensor.html"><code>Tensor</code></a>.<a href="./Tensor.html#property-data"><code>data</code></a></td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td>readonly [<code>number</code>, <code>number</code>]</td><td>Rows, and numbers in each.</td><td><a href="./Tensor.html"><code>Tensor</code></a>.<a href="./Tensor.html#property-shape"><code>shape</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/Tensor2D.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Tensor2D = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Tensor2D as default
};
