import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CompileSpec","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/CompileSpec.md","filePath":"api/inkgrad/interfaces/CompileSpec.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/CompileSpec.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-compilespec" tabindex="-1">Interface: CompileSpec <a class="header-anchor" href="#interface-compilespec" aria-label="Permalink to &quot;Interface: CompileSpec&quot;">​</a></h1><p>What <code>compile</code> was told, all options with their values.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>LossSpec</code></td><td>What training makes small.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics</code></td><td><code>readonly</code></td><td>readonly <code>MetricSpec</code>[]</td><td>What is measured besides.</td></tr><tr><td><a id="property-optimizer"></a> <code>optimizer</code></td><td><code>readonly</code></td><td><code>OptimizerSpec</code></td><td>How weights follow from gradients.</td></tr><tr><td><a id="property-weightedmetrics"></a> <code>weightedMetrics</code></td><td><code>readonly</code></td><td>readonly <code>MetricSpec</code>[]</td><td>What is measured by sample weights.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/CompileSpec.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CompileSpec = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CompileSpec as default
};
