import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: centreDigit()","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/functions/centreDigit.md","filePath":"api/inkgrad/functions/centreDigit.md"}');
const _sfc_main = { name: "api/inkgrad/functions/centreDigit.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-centredigit" tabindex="-1">Function: centreDigit() <a class="header-anchor" href="#function-centredigit" aria-label="Permalink to &quot;Function: centreDigit()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> centreDigit</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">ink</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> ImageTensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>Does to a drawn digit what was done to NIST&#39;s: its ink is scaled, with grey edges, so that its longer side has 20 pixels, and laid into 28 x 28 with its centre of mass in the middle (LeCun, Cortes, Burges: The MNIST database). A model that has learned MNIST knows no others.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><code>ink</code></td><td>| <a href="./../formats/type-aliases/NestedArray.html"><code>NestedArray</code></a> | <a href="./../formats/interfaces/TensorLike.html"><code>TensorLike</code></a></td><td><code>[height, width]</code>: how much ink is where, from 0 (paper) up, on any scale; as in a canvas&#39;s alpha channel</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../classes/ImageTensor.html"><code>ImageTensor</code></a></p><p>one image, <code>[1, 784]</code>, its darkest ink 255: for <code>predict</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>EmptyDataError if there is no ink, ShapeError, NonFiniteError, DtypeError</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/functions/centreDigit.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const centreDigit = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  centreDigit as default
};
