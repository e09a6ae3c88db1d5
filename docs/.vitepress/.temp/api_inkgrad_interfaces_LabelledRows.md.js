import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LabelledRows<X>","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/LabelledRows.md","filePath":"api/inkgrad/interfaces/LabelledRows.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/LabelledRows.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-labelledrows-x" tabindex="-1">Interface: LabelledRows&lt;X&gt; <a class="header-anchor" href="#interface-labelledrows-x" aria-label="Permalink to &quot;Interface: LabelledRows\\&lt;X\\&gt;&quot;">​</a></h1><p>Rows and their class ids.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-x"></a> <code>X</code> <em>extends</em> <a href="./Tensor2D.html"><code>Tensor2D</code></a></td><td><a href="./Tensor2D.html"><code>Tensor2D</code></a></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-x"></a> <code>x</code></td><td><code>readonly</code></td><td><code>X</code></td><td>The samples, a row each.</td></tr><tr><td><a id="property-y"></a> <code>y</code></td><td><code>readonly</code></td><td><code>Uint8Array</code></td><td>One class id a row of <code>x</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/LabelledRows.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LabelledRows = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LabelledRows as default
};
