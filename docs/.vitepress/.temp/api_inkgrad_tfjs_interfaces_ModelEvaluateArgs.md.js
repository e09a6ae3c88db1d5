import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelEvaluateArgs","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/ModelEvaluateArgs.md","filePath":"api/inkgrad/tfjs/interfaces/ModelEvaluateArgs.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/ModelEvaluateArgs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-modelevaluateargs" tabindex="-1">Interface: ModelEvaluateArgs <a class="header-anchor" href="#interface-modelevaluateargs" aria-label="Permalink to &quot;Interface: ModelEvaluateArgs&quot;">​</a></h1><p>Options of <code>evaluate</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize?</code></td><td><code>number</code></td><td>Of no effect on the figures.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a>&lt;<a href="./../enumerations/Rank.html"><code>Rank</code></a>&gt;</td><td>-</td></tr><tr><td><a id="property-steps"></a> <code>steps?</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-verbose"></a> <code>verbose?</code></td><td><code>0</code> | <code>2</code> | <code>1</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/ModelEvaluateArgs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelEvaluateArgs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelEvaluateArgs as default
};
