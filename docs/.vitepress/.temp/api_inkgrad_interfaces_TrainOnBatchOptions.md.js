import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainOnBatchOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/TrainOnBatchOptions.md","filePath":"api/inkgrad/interfaces/TrainOnBatchOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/TrainOnBatchOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-trainonbatchoptions" tabindex="-1">Interface: TrainOnBatchOptions <a class="header-anchor" href="#interface-trainonbatchoptions" aria-label="Permalink to &quot;Interface: TrainOnBatchOptions&quot;">​</a></h1><p>Options of <code>trainOnBatch</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./TestOnBatchOptions.html"><code>TestOnBatchOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-classweight"></a> <code>classWeight?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/ClassWeight.html"><code>ClassWeight</code></a></td><td>How much the loss of a class&#39;s samples counts, by class id. Not together with <code>sampleWeight</code>.</td><td>-</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/SampleWeight.html"><code>SampleWeight</code></a></td><td>How much the loss of each sample counts: a number for each. Default: 1.</td><td><a href="./TestOnBatchOptions.html"><code>TestOnBatchOptions</code></a>.<a href="./TestOnBatchOptions.html#property-sampleweight"><code>sampleWeight</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/TrainOnBatchOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainOnBatchOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainOnBatchOptions as default
};
