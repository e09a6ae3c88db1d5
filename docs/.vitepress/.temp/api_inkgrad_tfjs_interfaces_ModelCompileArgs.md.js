import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelCompileArgs","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/ModelCompileArgs.md","filePath":"api/inkgrad/tfjs/interfaces/ModelCompileArgs.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/ModelCompileArgs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-modelcompileargs" tabindex="-1">Interface: ModelCompileArgs <a class="header-anchor" href="#interface-modelcompileargs" aria-label="Permalink to &quot;Interface: ModelCompileArgs&quot;">​</a></h1><p>Options of <code>compile</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss</code></td><td>| <a href="./../../type-aliases/LossName.html"><code>LossName</code></a> | <code>LossOrMetricFn</code> | { <code>type</code>: <code>string</code>; } | <a href="./../../type-aliases/LossName.html"><code>LossName</code></a>[] | <code>LossOrMetricFn</code>[]</td><td>A name, or a function of <code>tf.losses</code> or <code>tf.metrics</code>.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics?</code></td><td>| <code>MetricName</code> | <code>LossOrMetricFn</code> | MetricName | LossOrMetricFn | { type: string; }[]</td><td>Names, or functions of <code>tf.metrics</code>. Default: none.</td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer</code></td><td><a href="./../classes/Optimizer.html"><code>Optimizer</code></a> | <code>OptimizerName</code></td><td>A name, or what a function of <code>tf.train</code> made.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/ModelCompileArgs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelCompileArgs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelCompileArgs as default
};
