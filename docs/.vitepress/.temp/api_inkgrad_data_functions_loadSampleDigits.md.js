import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: loadSampleDigits()","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/data/functions/loadSampleDigits.md","filePath":"api/inkgrad/data/functions/loadSampleDigits.md"}');
const _sfc_main = { name: "api/inkgrad/data/functions/loadSampleDigits.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-loadsampledigits" tabindex="-1">Function: loadSampleDigits() <a class="header-anchor" href="#function-loadsampledigits" aria-label="Permalink to &quot;Function: loadSampleDigits()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> loadSampleDigits</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">()</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Promise</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">TrainTestSplit</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">ImageTensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt;&gt;;</span></span></code></pre></div><p>3,000 of MNIST&#39;s digits, for examples, tests and pages that are to run at once: the first 250 of each class of its training set as <code>train</code> and the first 50 of each class of its test set as <code>test</code>, in its order, in the form of <code>loadMnist</code>. Their greys are rounded to 16 levels, which a model does not notice. They are 380 kB in the package, read when this is called.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<a href="./../../interfaces/TrainTestSplit.html"><code>TrainTestSplit</code></a>&lt;<a href="./../../classes/ImageTensor.html"><code>ImageTensor</code></a>&gt;&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/data/functions/loadSampleDigits.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const loadSampleDigits = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  loadSampleDigits as default
};
