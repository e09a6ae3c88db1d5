import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: regularizers","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/variables/regularizers.md","filePath":"api/inkgrad/tfjs/variables/regularizers.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/variables/regularizers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-regularizers" tabindex="-1">Variable: regularizers <a class="header-anchor" href="#variable-regularizers" aria-label="Permalink to &quot;Variable: regularizers&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> regularizers</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>Penalties on large weights.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-l1"></a> <code>l1()</code></td><td>(<code>args?</code>) =&gt; <code>SpecFor</code>&lt;<code>&quot;l1&quot;</code>, { <code>l1</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>0.01</code>, <code>number</code>&gt;; }&gt;</td><td>Default: 0.01.</td></tr><tr><td><a id="property-l1l2"></a> <code>l1l2()</code></td><td>(<code>args?</code>) =&gt; <code>SpecFor</code>&lt;<code>&quot;l1l2&quot;</code>, { <code>l1</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>0</code>, <code>number</code>&gt;; <code>l2</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>0</code>, <code>number</code>&gt;; }&gt;</td><td>Default: 0.01 and 0.01, where Keras has 0.</td></tr><tr><td><a id="property-l2"></a> <code>l2()</code></td><td>(<code>args?</code>) =&gt; <code>SpecFor</code>&lt;<code>&quot;l2&quot;</code>, { <code>l2</code>: <code>FieldOf</code>&lt;<code>number</code>, <code>0.01</code>, <code>number</code>&gt;; }&gt;</td><td>Default: 0.01.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/variables/regularizers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const regularizers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  regularizers as default
};
