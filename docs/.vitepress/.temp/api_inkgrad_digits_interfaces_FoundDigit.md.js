import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FoundDigit","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/digits/interfaces/FoundDigit.md","filePath":"api/inkgrad/digits/interfaces/FoundDigit.md"}');
const _sfc_main = { name: "api/inkgrad/digits/interfaces/FoundDigit.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-founddigit" tabindex="-1">Interface: FoundDigit <a class="header-anchor" href="#interface-founddigit" aria-label="Permalink to &quot;Interface: FoundDigit&quot;">​</a></h1><p>What <code>readDigits</code> gives.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-alternatives"></a> <code>alternatives</code></td><td><code>readonly</code></td><td>readonly <code>object</code>[]</td><td>Other digits that it may be, with at least 1 %, likeliest first.</td></tr><tr><td><a id="property-box"></a> <code>box</code></td><td><code>readonly</code></td><td><code>object</code></td><td>Where it is, in pixels of the picture; <code>x</code> and <code>y</code> are its left upper corner.</td></tr><tr><td><code>box.height</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>box.width</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>box.x</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>box.y</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-digit"></a> <code>digit</code></td><td><code>readonly</code></td><td><code>number</code></td><td>0 to 9.</td></tr><tr><td><a id="property-probability"></a> <code>probability</code></td><td><code>readonly</code></td><td><code>number</code></td><td>That it is this digit, from 0 to 1. What looks like no digit has low ones for all.</td></tr><tr><td><a id="property-unsure"></a> <code>unsure</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>It looks like no digit, like several, or could not be told from its neighbour: somebody should look.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/digits/interfaces/FoundDigit.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FoundDigit = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FoundDigit as default
};
