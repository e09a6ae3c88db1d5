import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OwnBinaryDigits","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/OwnBinaryDigits.md","filePath":"api/inkgrad/interfaces/OwnBinaryDigits.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/OwnBinaryDigits.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ownbinarydigits" tabindex="-1">Interface: OwnBinaryDigits <a class="header-anchor" href="#interface-ownbinarydigits" aria-label="Permalink to &quot;Interface: OwnBinaryDigits&quot;">​</a></h1><p>The user&#39;s own digits, loaded.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./TrainTestSplit.html"><code>TrainTestSplit</code></a>&lt;<a href="./Tensor2D.html"><code>Tensor2D</code></a>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-notices"></a> <code>notices</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What was done to the images, or seems wrong with them.</td><td>-</td></tr><tr><td><a id="property-order"></a> <code>order</code></td><td><code>readonly</code></td><td><a href="./../data/type-aliases/PixelOrder.html"><code>PixelOrder</code></a></td><td>How <code>x</code> had the pixels of an image; here they are by rows.</td><td>-</td></tr><tr><td><a id="property-test"></a> <code>test</code></td><td><code>readonly</code></td><td><a href="./LabelledRows.html"><code>LabelledRows</code></a>&lt;<a href="./Tensor2D.html"><code>Tensor2D</code></a>&gt;</td><td>To test on.</td><td><a href="./TrainTestSplit.html"><code>TrainTestSplit</code></a>.<a href="./TrainTestSplit.html#property-test"><code>test</code></a></td></tr><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td><a href="./LabelledRows.html"><code>LabelledRows</code></a>&lt;<a href="./Tensor2D.html"><code>Tensor2D</code></a>&gt;</td><td>To train on.</td><td><a href="./TrainTestSplit.html"><code>TrainTestSplit</code></a>.<a href="./TrainTestSplit.html#property-train"><code>train</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/OwnBinaryDigits.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OwnBinaryDigits = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OwnBinaryDigits as default
};
