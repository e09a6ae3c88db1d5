import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CompileOptions<Metrics, Weighted>","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/CompileOptions.md","filePath":"api/inkgrad/interfaces/CompileOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/CompileOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-compileoptions-metrics-weighted" tabindex="-1">Interface: CompileOptions&lt;Metrics, Weighted&gt; <a class="header-anchor" href="#interface-compileoptions-metrics-weighted" aria-label="Permalink to &quot;Interface: CompileOptions\\&lt;Metrics, Weighted\\&gt;&quot;">​</a></h1><p>Options of <code>compile</code>: how the model is trained and what is measured.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-metrics"></a> <code>Metrics</code> <em>extends</em> readonly <a href="./../type-aliases/Metric.html"><code>Metric</code></a>[]</td><td>readonly <a href="./../type-aliases/Metric.html"><code>Metric</code></a>[]</td></tr><tr><td><a id="type-parameter-weighted"></a> <code>Weighted</code> <em>extends</em> readonly <a href="./../type-aliases/Metric.html"><code>Metric</code></a>[]</td><td>readonly <a href="./../type-aliases/Metric.html"><code>Metric</code></a>[]</td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Loss.html"><code>Loss</code></a></td><td>A name such as &#39;categoricalCrossentropy&#39;, or <code>losses.huber({ ... })</code>.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics?</code></td><td><code>readonly</code></td><td><code>Metrics</code></td><td>What to measure besides the loss, each row alike. Default: nothing.</td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Optimizer.html"><code>Optimizer</code></a></td><td>A name such as &#39;adam&#39;, or <code>optimizers.adam({ ... })</code>.</td></tr><tr><td><a id="property-weightedmetrics"></a> <code>weightedMetrics?</code></td><td><code>readonly</code></td><td><code>Weighted</code></td><td>The same, by the weights of samples and classes that <code>fit</code> and <code>evaluate</code> are given. Default: nothing.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/CompileOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CompileOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CompileOptions as default
};
