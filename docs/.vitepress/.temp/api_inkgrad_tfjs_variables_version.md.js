import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: version","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/variables/version.md","filePath":"api/inkgrad/tfjs/variables/version.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/variables/version.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-version" tabindex="-1">Variable: version <a class="header-anchor" href="#variable-version" aria-label="Permalink to &quot;Variable: version&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> version</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>Versions by package; that of TensorFlow.js is the one whose words these are.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th><th>Default value</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-inkgrad"></a> <code>inkgrad</code></td><td><code>&quot;0.1.0&quot;</code></td><td>-</td><td>The version of this package, as in package.json.</td></tr><tr><td><a id="property-tfjs"></a> <code>tfjs</code></td><td><code>&quot;4.22.0&quot;</code></td><td><code>&#39;4.22.0&#39;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/variables/version.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const version = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  version as default
};
