import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EpochReport","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/EpochReport.md","filePath":"api/inkgrad/interfaces/EpochReport.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/EpochReport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-epochreport" tabindex="-1">Interface: EpochReport <a class="header-anchor" href="#interface-epochreport" aria-label="Permalink to &quot;Interface: EpochReport&quot;">​</a></h1><p>An epoch that is over.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>From 0.</td></tr><tr><td><a id="property-logs"></a> <code>logs</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Logs.html"><code>Logs</code></a></td><td>Its figures, as <code>onEpochEnd</code> gets them.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/EpochReport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EpochReport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EpochReport as default
};
