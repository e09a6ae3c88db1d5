import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"inkgrad/formats","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/formats/index.md","filePath":"api/inkgrad/formats/index.md"}');
const _sfc_main = { name: "api/inkgrad/formats/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="inkgrad-formats" tabindex="-1">inkgrad/formats <a class="header-anchor" href="#inkgrad-formats" aria-label="Permalink to &quot;inkgrad/formats&quot;">​</a></h1><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/Safetensors.html">Safetensors</a></li><li><a href="./interfaces/SafetensorsTensor.html">SafetensorsTensor</a></li><li><a href="./interfaces/TensorLike.html">TensorLike</a></li><li><a href="./interfaces/WriteSafetensorsOptions.html">WriteSafetensorsOptions</a></li></ul><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/NestedArray.html">NestedArray</a></li><li><a href="./type-aliases/SafetensorsDtype.html">SafetensorsDtype</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/readSafetensors.html">readSafetensors</a></li><li><a href="./functions/writeSafetensors.html">writeSafetensors</a></li></ul><h2 id="references" tabindex="-1">References <a class="header-anchor" href="#references" aria-label="Permalink to &quot;References&quot;">​</a></h2><h3 id="numericarray" tabindex="-1">NumericArray <a class="header-anchor" href="#numericarray" aria-label="Permalink to &quot;NumericArray&quot;">​</a></h3><p>Re-exports <a href="./../type-aliases/NumericArray.html">NumericArray</a></p><hr><h3 id="tensor" tabindex="-1">Tensor <a class="header-anchor" href="#tensor" aria-label="Permalink to &quot;Tensor&quot;">​</a></h3><p>Re-exports <a href="./../interfaces/Tensor.html">Tensor</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/formats/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
