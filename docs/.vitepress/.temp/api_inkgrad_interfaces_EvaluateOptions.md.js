import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EvaluateOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/EvaluateOptions.md","filePath":"api/inkgrad/interfaces/EvaluateOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/EvaluateOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-evaluateoptions" tabindex="-1">Interface: EvaluateOptions <a class="header-anchor" href="#interface-evaluateoptions" aria-label="Permalink to &quot;Interface: EvaluateOptions&quot;">​</a></h1><p>Options of <code>evaluate</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>What the progress display counts in. Default: 32. The scores do not depend on it.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/SampleWeight.html"><code>SampleWeight</code></a></td><td>How much the loss of each sample counts: a number for each. Default: 1.</td></tr><tr><td><a id="property-verbose"></a> <code>verbose?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Verbosity.html"><code>Verbosity</code></a></td><td>As in <code>fit</code>. Default: 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/EvaluateOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EvaluateOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EvaluateOptions as default
};
