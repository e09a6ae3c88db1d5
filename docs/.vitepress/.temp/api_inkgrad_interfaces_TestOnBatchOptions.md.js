import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TestOnBatchOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/TestOnBatchOptions.md","filePath":"api/inkgrad/interfaces/TestOnBatchOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/TestOnBatchOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-testonbatchoptions" tabindex="-1">Interface: TestOnBatchOptions <a class="header-anchor" href="#interface-testonbatchoptions" aria-label="Permalink to &quot;Interface: TestOnBatchOptions&quot;">​</a></h1><p>Options of <code>testOnBatch</code>.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./TrainOnBatchOptions.html"><code>TrainOnBatchOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/SampleWeight.html"><code>SampleWeight</code></a></td><td>How much the loss of each sample counts: a number for each. Default: 1.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/TestOnBatchOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TestOnBatchOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TestOnBatchOptions as default
};
