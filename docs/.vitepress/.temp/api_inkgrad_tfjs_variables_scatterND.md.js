import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: scatterND","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/variables/scatterND.md","filePath":"api/inkgrad/tfjs/variables/scatterND.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/variables/scatterND.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-scatternd" tabindex="-1">Variable: scatterND <a class="header-anchor" href="#variable-scatternd" aria-label="Permalink to &quot;Variable: scatterND&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">scatterND</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: Refused;</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/variables/scatterND.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const scatterND = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  scatterND as default
};
