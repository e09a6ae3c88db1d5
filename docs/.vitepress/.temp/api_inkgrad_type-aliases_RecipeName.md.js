import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: RecipeName","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/type-aliases/RecipeName.md","filePath":"api/inkgrad/type-aliases/RecipeName.md"}');
const _sfc_main = { name: "api/inkgrad/type-aliases/RecipeName.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-recipename" tabindex="-1">Type Alias: RecipeName <a class="header-anchor" href="#type-alias-recipename" aria-label="Permalink to &quot;Type Alias: RecipeName&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> RecipeName</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> recipeNames[number];</span></span></code></pre></div><p><code>&#39;plain&#39;</code> are Keras&#39;s defaults, <code>&#39;fast97&#39;</code> is the quickest way to 97 %, <code>&#39;best&#39;</code> the most without augmented images, <code>&#39;augmented&#39;</code> the most.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/type-aliases/RecipeName.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RecipeName = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RecipeName as default
};
