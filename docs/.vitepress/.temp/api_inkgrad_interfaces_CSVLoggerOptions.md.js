import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CSVLoggerOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/CSVLoggerOptions.md","filePath":"api/inkgrad/interfaces/CSVLoggerOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/CSVLoggerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-csvloggeroptions" tabindex="-1">Interface: CSVLoggerOptions <a class="header-anchor" href="#interface-csvloggeroptions" aria-label="Permalink to &quot;Interface: CSVLoggerOptions&quot;">​</a></h1><p>Options of <code>callbacks.csvLogger</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-append"></a> <code>append?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Adds to a file that exists, without a second header. Default: false, which replaces it.</td></tr><tr><td><a id="property-separator"></a> <code>separator?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Between the cells of a row: one character. Default: &#39;,&#39;.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/CSVLoggerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CSVLoggerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CSVLoggerOptions as default
};
