import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LearningRateSchedulerOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/LearningRateSchedulerOptions.md","filePath":"api/inkgrad/interfaces/LearningRateSchedulerOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/LearningRateSchedulerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-learningratescheduleroptions" tabindex="-1">Interface: LearningRateSchedulerOptions <a class="header-anchor" href="#interface-learningratescheduleroptions" aria-label="Permalink to &quot;Interface: LearningRateSchedulerOptions&quot;">​</a></h1><p>Options of <code>callbacks.learningRateScheduler</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-verbose"></a> <code>verbose?</code></td><td><code>readonly</code></td><td><code>0</code> | <code>1</code></td><td>1 prints a line for each epoch. Default: 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/LearningRateSchedulerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LearningRateSchedulerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LearningRateSchedulerOptions as default
};
