import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CalibrationOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/CalibrationOptions.md","filePath":"api/inkgrad/interfaces/CalibrationOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/CalibrationOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-calibrationoptions" tabindex="-1">Interface: CalibrationOptions <a class="header-anchor" href="#interface-calibrationoptions" aria-label="Permalink to &quot;Interface: CalibrationOptions&quot;">​</a></h1><p>How probabilities are put into bins.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bins"></a> <code>bins?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Equal parts that the probabilities from 0 to 1 are put in. Default 10.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/CalibrationOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CalibrationOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CalibrationOptions as default
};
