import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Logs","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/type-aliases/Logs.md","filePath":"api/inkgrad/type-aliases/Logs.md"}');
const _sfc_main = { name: "api/inkgrad/type-aliases/Logs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-logs" tabindex="-1">Type Alias: Logs <a class="header-anchor" href="#type-alias-logs" aria-label="Permalink to &quot;Type Alias: Logs&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Logs</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Record</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&lt;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">string</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">number</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">&gt; </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">&amp;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>The figures of an epoch so far by name, as in Keras: the loss, each metric of <code>compile</code>, and at the end of an epoch the same of the validation data behind <code>val_</code>. What a callback adds in <code>onEpochEnd</code> is seen by the callbacks after it and is in the history.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><code>accuracy?</code></td><td><code>number</code></td><td>Share of samples classified correctly, 0 to 1; only if asked for in <code>compile</code>.</td></tr><tr><td><code>learning_rate?</code></td><td><code>number</code></td><td>Of the epoch&#39;s last step; only with a callback that sets it.</td></tr><tr><td><code>loss</code></td><td><code>number</code></td><td>The mean loss of the epoch so far, penalties of regularizers included.</td></tr><tr><td><code>val_accuracy?</code></td><td><code>number</code></td><td>Share of the validation samples classified correctly, 0 to 1; only at the end of an epoch, if accuracy was asked for.</td></tr><tr><td><code>val_loss?</code></td><td><code>number</code></td><td>Only at the end of an epoch, with validation data.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/type-aliases/Logs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Logs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Logs as default
};
