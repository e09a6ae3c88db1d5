import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReportOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/ReportOptions.md","filePath":"api/inkgrad/interfaces/ReportOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/ReportOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-reportoptions" tabindex="-1">Interface: ReportOptions <a class="header-anchor" href="#interface-reportoptions" aria-label="Permalink to &quot;Interface: ReportOptions&quot;">​</a></h1><p>Options of <code>classificationReport</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>A name for each class, from class 0. Default: the class ids that occur or, of probabilities, of all columns.</td></tr><tr><td><a id="property-digits"></a> <code>digits?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Decimals of the scores in the text, 0 to 15. Default 2.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/ReportOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReportOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReportOptions as default
};
