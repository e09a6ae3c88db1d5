import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: calibrationCurve()","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/functions/calibrationCurve.md","filePath":"api/inkgrad/functions/calibrationCurve.md"}');
const _sfc_main = { name: "api/inkgrad/functions/calibrationCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-calibrationcurve" tabindex="-1">Function: calibrationCurve() <a class="header-anchor" href="#function-calibrationcurve" aria-label="Permalink to &quot;Function: calibrationCurve()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> calibrationCurve</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">   labels</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">   probabilities</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">   options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">?</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> CalibrationBin</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">[];</span></span></code></pre></div><p>Whether what the model calls 80 % sure is right in 80 % of cases: the bins that hold rows, by rising probability.</p><p>With one column the probability is that of class 1, as in scikit-learn&#39;s <code>calibration_curve(labels, probabilities)</code>. With several it is that of the decided class, and comes true when the decision is right, as in <code>calibration_curve(decisions == labels, probabilities.max(axis=1))</code>. A bin holds its upper edge, the first also 0.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><code>labels</code></td><td><code>Classes</code></td><td>Class ids (<code>[rows]</code> or <code>[rows, 1]</code>) or one-hot rows.</td></tr><tr><td><code>probabilities</code></td><td>| <a href="./../type-aliases/NumericArray.html"><code>NumericArray</code></a> | <a href="./../type-aliases/BigIntArray.html"><code>BigIntArray</code></a> | <a href="./../formats/type-aliases/NestedArray.html"><code>NestedArray</code></a> | <a href="./../formats/interfaces/TensorLike.html"><code>TensorLike</code></a></td><td><code>[rows]</code> or <code>[rows, columns]</code>, as <code>predict</code> gives them.</td></tr><tr><td><code>options?</code></td><td><a href="./../interfaces/CalibrationOptions.html"><code>CalibrationOptions</code></a></td><td>-</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/CalibrationBin.html"><code>CalibrationBin</code></a>[]</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>ShapeError, DtypeError, LabelError, EmptyDataError, OptionError, NonFiniteError, and ArgumentError for what is no probability.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/functions/calibrationCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const calibrationCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  calibrationCurve as default
};
