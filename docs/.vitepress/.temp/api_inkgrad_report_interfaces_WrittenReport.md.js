import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WrittenReport","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/report/interfaces/WrittenReport.md","filePath":"api/inkgrad/report/interfaces/WrittenReport.md"}');
const _sfc_main = { name: "api/inkgrad/report/interfaces/WrittenReport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-writtenreport" tabindex="-1">Interface: WrittenReport <a class="header-anchor" href="#interface-writtenreport" aria-label="Permalink to &quot;Interface: WrittenReport&quot;">​</a></h1><p>Where a report lies.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-figures"></a> <code>figures</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The folder of its figures, each as <code>.svg</code> and <code>.png</code> (twice the size, 960 pixels wide).</td></tr><tr><td><a id="property-html"></a> <code>html</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The page, <code>report.html</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/report/interfaces/WrittenReport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WrittenReport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WrittenReport as default
};
