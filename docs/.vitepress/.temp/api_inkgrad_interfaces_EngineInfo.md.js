import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EngineInfo","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/EngineInfo.md","filePath":"api/inkgrad/interfaces/EngineInfo.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/EngineInfo.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-engineinfo" tabindex="-1">Interface: EngineInfo <a class="header-anchor" href="#interface-engineinfo" aria-label="Permalink to &quot;Interface: EngineInfo&quot;">​</a></h1><p>What an engine runs on, told truly.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cores"></a> <code>cores</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Cores that the machine offers.</td></tr><tr><td><a id="property-isolated"></a> <code>isolated</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>The page is cross-origin isolated, without which it has one thread; always in Node.</td></tr><tr><td><a id="property-reason"></a> <code>reason</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Why the engine runs as it does, in a sentence.</td></tr><tr><td><a id="property-relaxed"></a> <code>relaxed</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Relaxed SIMD (fused multiply-add) is in use: only by <code>init({ build: &#39;fast&#39; })</code>, where the engine has it.</td></tr><tr><td><a id="property-simd"></a> <code>simd</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>128-bit SIMD: always true, since every build needs it.</td></tr><tr><td><a id="property-threads"></a> <code>threads</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Threads that compute, the caller&#39;s included.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/EngineInfo.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EngineInfo = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EngineInfo as default
};
