import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: schedules","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/variables/schedules.md","filePath":"api/inkgrad/variables/schedules.md"}');
const _sfc_main = { name: "api/inkgrad/variables/schedules.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-schedules" tabindex="-1">Variable: schedules <a class="header-anchor" href="#variable-schedules" aria-label="Permalink to &quot;Variable: schedules&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> schedules</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>Learning rates that change with the steps: <code>optimizers.adam({ learningRate: schedules.cosineDecay({ ... }) })</code>.</p><p><a href="/kinds.html#schedules">All kinds</a> lists them, with their options.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/variables/schedules.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const schedules = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  schedules as default
};
