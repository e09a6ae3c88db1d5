import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelFacts","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/report/interfaces/ModelFacts.md","filePath":"api/inkgrad/report/interfaces/ModelFacts.md"}');
const _sfc_main = { name: "api/inkgrad/report/interfaces/ModelFacts.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-modelfacts" tabindex="-1">Interface: ModelFacts <a class="header-anchor" href="#interface-modelfacts" aria-label="Permalink to &quot;Interface: ModelFacts&quot;">​</a></h1><p>What a model is, for the report.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-firstkernel"></a> <code>firstKernel?</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Tensor.html"><code>Tensor</code></a>&lt;<a href="./../../type-aliases/NumericArray.html"><code>NumericArray</code></a>&gt;</td><td>The first layer&#39;s weights, <code>[pixels, units]</code>: the first of <code>await model.getWeights()</code>.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The model&#39;s name.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The model&#39;s seed.</td></tr><tr><td><a id="property-summary"></a> <code>summary?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What <code>model.summary()</code> prints.</td></tr><tr><td><a id="property-weightshash"></a> <code>weightsHash?</code></td><td><code>readonly</code></td><td><code>string</code></td><td><code>await model.weightsHash()</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/report/interfaces/ModelFacts.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelFacts = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelFacts as default
};
