import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AugmentImagesOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/AugmentImagesOptions.md","filePath":"api/inkgrad/interfaces/AugmentImagesOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/AugmentImagesOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-augmentimagesoptions" tabindex="-1">Interface: AugmentImagesOptions <a class="header-anchor" href="#interface-augmentimagesoptions" aria-label="Permalink to &quot;Interface: AugmentImagesOptions&quot;">​</a></h1><p>Options of <code>augmentImages</code>: the amounts of <code>AugmentOptions</code>, and how the draws are made.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-engine"></a> <code>engine?</code></td><td><code>readonly</code></td><td><a href="./Engine.html"><code>Engine</code></a></td><td>Default: the engine of all models.</td></tr><tr><td><a id="property-epoch"></a> <code>epoch?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The epoch, from 0. Default: 0.</td></tr><tr><td><a id="property-inputshape"></a> <code>inputShape?</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>Axes of an image, as a model&#39;s <code>inputShape</code>. Default: the axes of <code>x</code> but its first.</td></tr><tr><td><a id="property-rows"></a> <code>rows?</code></td><td><code>readonly</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>Which rows of <code>x</code>, from 0. Default: all.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The model&#39;s seed. Default: 42, as of models.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/AugmentImagesOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AugmentImagesOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AugmentImagesOptions as default
};
