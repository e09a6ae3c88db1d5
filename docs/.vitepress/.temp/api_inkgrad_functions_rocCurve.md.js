import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: rocCurve()","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/functions/rocCurve.md","filePath":"api/inkgrad/functions/rocCurve.md"}');
const _sfc_main = { name: "api/inkgrad/functions/rocCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-roccurve" tabindex="-1">Function: rocCurve() <a class="header-anchor" href="#function-roccurve" aria-label="Permalink to &quot;Function: rocCurve()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> rocCurve</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">labels</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">scores</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> RocCurve</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>The receiver operating characteristic of a binary classifier, as scikit-learn&#39;s <code>roc_curve</code>: points on a straight line between others are left out, but for the highest score&#39;s.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><code>labels</code></td><td><code>Classes</code></td><td>0 or 1 a row (<code>[rows]</code> or <code>[rows, 1]</code>), or one-hot rows.</td></tr><tr><td><code>scores</code></td><td><a href="./../type-aliases/RowScores.html"><code>RowScores</code></a></td><td><code>[rows]</code> or <code>[rows, 1]</code>: the probability of class 1, or any number that rises with it.</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RocCurve.html"><code>RocCurve</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>ShapeError, DtypeError, NonFiniteError, EmptyDataError; LabelError for other labels, and unless both occur.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/functions/rocCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const rocCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  rocCurve as default
};
