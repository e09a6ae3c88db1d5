import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RocCurve","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/RocCurve.md","filePath":"api/inkgrad/interfaces/RocCurve.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/RocCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-roccurve" tabindex="-1">Interface: RocCurve <a class="header-anchor" href="#interface-roccurve" aria-label="Permalink to &quot;Interface: RocCurve&quot;">​</a></h1><p>What deciding by each threshold would give; the arrays have one length, thresholds fall.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-falsepositiverates"></a> <code>falsePositiveRates</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>Of the rows of class 0, the share that scores at least the threshold.</td></tr><tr><td><a id="property-thresholds"></a> <code>thresholds</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The first is infinite: nothing scores that much.</td></tr><tr><td><a id="property-truepositiverates"></a> <code>truePositiveRates</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>Of the rows of class 1, the share that scores at least the threshold.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/RocCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RocCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RocCurve as default
};
