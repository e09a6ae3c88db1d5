import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: expectedCalibrationError()","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/functions/expectedCalibrationError.md","filePath":"api/inkgrad/functions/expectedCalibrationError.md"}');
const _sfc_main = { name: "api/inkgrad/functions/expectedCalibrationError.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-expectedcalibrationerror" tabindex="-1">Function: expectedCalibrationError() <a class="header-anchor" href="#function-expectedcalibrationerror" aria-label="Permalink to &quot;Function: expectedCalibrationError()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> expectedCalibrationError</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">   labels</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">   probabilities</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">   options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">?</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>The mean distance between <code>predicted</code> and <code>observed</code> of the bins, each counting by its rows: 0 for a model whose probabilities can be taken at their word. From Guo et al., &quot;On Calibration of Modern Neural Networks&quot;, 2017.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>labels</code></td><td><code>Classes</code></td></tr><tr><td><code>probabilities</code></td><td>| <a href="./../type-aliases/NumericArray.html"><code>NumericArray</code></a> | <a href="./../type-aliases/BigIntArray.html"><code>BigIntArray</code></a> | <a href="./../formats/type-aliases/NestedArray.html"><code>NestedArray</code></a> | <a href="./../formats/interfaces/TensorLike.html"><code>TensorLike</code></a></td></tr><tr><td><code>options?</code></td><td><a href="./../interfaces/CalibrationOptions.html"><code>CalibrationOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>number</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>What <code>calibrationCurve</code> throws.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/functions/expectedCalibrationError.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const expectedCalibrationError = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  expectedCalibrationError as default
};
