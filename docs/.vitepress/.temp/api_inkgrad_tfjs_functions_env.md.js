import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: env()","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/functions/env.md","filePath":"api/inkgrad/tfjs/functions/env.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/functions/env.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-env" tabindex="-1">Function: env() <a class="header-anchor" href="#function-env" aria-label="Permalink to &quot;Function: env()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> env</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">()</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>TensorFlow.js&#39;s flags: kept, and without effect.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>object</code></p><table tabindex="0"><thead><tr><th>Name</th><th>Type</th></tr></thead><tbody><tr><td><code>get()</code></td><td>(<code>flag</code>) =&gt; <code>unknown</code></td></tr><tr><td><code>getBool()</code></td><td>(<code>flag</code>) =&gt; <code>boolean</code></td></tr><tr><td><code>getNumber()</code></td><td>(<code>flag</code>) =&gt; <code>number</code></td></tr><tr><td><code>set()</code></td><td>(<code>flag</code>, <code>value</code>) =&gt; <code>void</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/functions/env.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const env = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  env as default
};
