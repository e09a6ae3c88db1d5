import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadDigitsOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/digits/interfaces/ReadDigitsOptions.md","filePath":"api/inkgrad/digits/interfaces/ReadDigitsOptions.md"}');
const _sfc_main = { name: "api/inkgrad/digits/interfaces/ReadDigitsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-readdigitsoptions" tabindex="-1">Interface: ReadDigitsOptions <a class="header-anchor" href="#interface-readdigitsoptions" aria-label="Permalink to &quot;Interface: ReadDigitsOptions&quot;">​</a></h1><p>Options of <code>readDigits</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What error messages call the picture. Default: its path or URL, else <code>picture</code>.</td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>readonly</code></td><td><code>AbortSignal</code></td><td>Gives up a download; the promise rejects with the signal&#39;s reason.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/digits/interfaces/ReadDigitsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadDigitsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadDigitsOptions as default
};
