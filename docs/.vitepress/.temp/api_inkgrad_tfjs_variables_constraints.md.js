import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: constraints","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/variables/constraints.md","filePath":"api/inkgrad/tfjs/variables/constraints.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/variables/constraints.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-constraints" tabindex="-1">Variable: constraints <a class="header-anchor" href="#variable-constraints" aria-label="Permalink to &quot;Variable: constraints&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> constraints</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>What holds weights within bounds after each step.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-maxnorm"></a> <code>maxNorm()</code></td><td>(<code>args?</code>) =&gt; <code>SpecFor</code>&lt;<code>&quot;maxNorm&quot;</code>, { <code>maxValue</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>2</code>, <code>number</code>&gt;; }&gt;</td></tr><tr><td><a id="property-minmaxnorm"></a> <code>minMaxNorm()</code></td><td>(<code>args?</code>) =&gt; <code>SpecFor</code>&lt;<code>&quot;minMaxNorm&quot;</code>, { <code>maxValue</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>1</code>, <code>number</code>&gt;; <code>minValue</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>0</code>, <code>number</code>&gt;; <code>rate</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>1</code>, <code>number</code>&gt;; }&gt;</td></tr><tr><td><a id="property-nonneg"></a> <code>nonNeg()</code></td><td>() =&gt; <code>SpecFor</code>&lt;<code>&quot;nonNeg&quot;</code>, { }&gt;</td></tr><tr><td><a id="property-unitnorm"></a> <code>unitNorm()</code></td><td>(<code>args?</code>) =&gt; <code>SpecFor</code>&lt;<code>&quot;unitNorm&quot;</code>, { }&gt;</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/variables/constraints.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const constraints = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  constraints as default
};
