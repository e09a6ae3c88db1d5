import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SummaryOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/SummaryOptions.md","filePath":"api/inkgrad/interfaces/SummaryOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/SummaryOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-summaryoptions" tabindex="-1">Interface: SummaryOptions <a class="header-anchor" href="#interface-summaryoptions" aria-label="Permalink to &quot;Interface: SummaryOptions&quot;">​</a></h1><p>Options of <code>summary</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-linelength"></a> <code>lineLength?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Width of the table in characters. Default: 76, which is Keras&#39;s in a terminal of 80.</td></tr><tr><td><a id="property-print"></a> <code>print?</code></td><td><code>readonly</code></td><td>(<code>text</code>) =&gt; <code>void</code></td><td>Takes the whole text. Default: <code>console.log</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/SummaryOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SummaryOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SummaryOptions as default
};
