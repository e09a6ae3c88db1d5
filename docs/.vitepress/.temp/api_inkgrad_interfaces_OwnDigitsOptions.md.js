import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OwnDigitsOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/OwnDigitsOptions.md","filePath":"api/inkgrad/interfaces/OwnDigitsOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/OwnDigitsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-owndigitsoptions" tabindex="-1">Interface: OwnDigitsOptions <a class="header-anchor" href="#interface-owndigitsoptions" aria-label="Permalink to &quot;Interface: OwnDigitsOptions&quot;">​</a></h1><p>The user&#39;s own digits.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-order"></a> <code>order?</code></td><td><code>readonly</code></td><td><a href="./../data/type-aliases/PixelOrder.html"><code>PixelOrder</code></a></td><td>How the pixels of an image follow each other in <code>x</code>. Default: by columns where the ones lie down, else by rows.</td></tr><tr><td><a id="property-testfraction"></a> <code>testFraction?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Share of each digit&#39;s rows to hold out as <code>test</code>, 0 (none) to less than 1; evenly spread over them. Default 0.2.</td></tr><tr><td><a id="property-x"></a> <code>x</code></td><td><code>readonly</code></td><td><code>string</code> | <code>Uint8Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td><code>.npy</code> of n x 400 numbers, an image a row: a path (not in browsers) or the file&#39;s bytes.</td></tr><tr><td><a id="property-y"></a> <code>y</code></td><td><code>readonly</code></td><td><code>string</code> | <code>Uint8Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td><code>.npy</code> of n or n x 1 labels, 0 or 1: a path (not in browsers) or the file&#39;s bytes.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/OwnDigitsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OwnDigitsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OwnDigitsOptions as default
};
