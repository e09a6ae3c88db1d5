import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CalibrationBin","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/CalibrationBin.md","filePath":"api/inkgrad/interfaces/CalibrationBin.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/CalibrationBin.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-calibrationbin" tabindex="-1">Interface: CalibrationBin <a class="header-anchor" href="#interface-calibrationbin" aria-label="Permalink to &quot;Interface: CalibrationBin&quot;">​</a></h1><p>The rows whose probability lies in one bin.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-count"></a> <code>count</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Predictions in the bin.</td></tr><tr><td><a id="property-observed"></a> <code>observed</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The share of them for which it came true.</td></tr><tr><td><a id="property-predicted"></a> <code>predicted</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean of their probabilities.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/CalibrationBin.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CalibrationBin = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CalibrationBin as default
};
