import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DigitsFound","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/digits/interfaces/DigitsFound.md","filePath":"api/inkgrad/digits/interfaces/DigitsFound.md"}');
const _sfc_main = { name: "api/inkgrad/digits/interfaces/DigitsFound.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-digitsfound" tabindex="-1">Interface: DigitsFound <a class="header-anchor" href="#interface-digitsfound" aria-label="Permalink to &quot;Interface: DigitsFound&quot;">​</a></h1><p>What <code>readDigits</code> found in a picture.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-digits"></a> <code>digits</code></td><td><code>readonly</code></td><td>readonly <a href="./FoundDigit.html"><code>FoundDigit</code></a>[]</td><td>In the order of the text.</td></tr><tr><td><a id="property-text"></a> <code>text</code></td><td><code>readonly</code></td><td><code>string</code></td><td>All digits, lines from the top, each from the left; between lines a line feed. Empty where there is no digit.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/digits/interfaces/DigitsFound.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DigitsFound = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DigitsFound as default
};
