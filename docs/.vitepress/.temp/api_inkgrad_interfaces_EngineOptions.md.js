import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EngineOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/EngineOptions.md","filePath":"api/inkgrad/interfaces/EngineOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/EngineOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-engineoptions" tabindex="-1">Interface: EngineOptions <a class="header-anchor" href="#interface-engineoptions" aria-label="Permalink to &quot;Interface: EngineOptions&quot;">​</a></h1><p>How an engine is to be started.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-build"></a> <code>build?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Build.html"><code>Build</code></a></td><td><code>&#39;default&#39;</code> gives the same bits everywhere. <code>&#39;fast&#39;</code> uses fused multiply-adds where engine and processor have them: a little faster, and the last bits depend on the processor. Default: <code>&#39;default&#39;</code>.</td></tr><tr><td><a id="property-threads"></a> <code>threads?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Threads that compute, the caller&#39;s included. Default: one per available core.</td></tr><tr><td><a id="property-wasmurl"></a> <code>wasmUrl?</code></td><td><code>readonly</code></td><td><code>string</code> | <code>URL</code></td><td>Where the <code>.wasm</code> files lie, as a URL of their folder; for hosts that move files.</td></tr><tr><td><a id="property-workerurl"></a> <code>workerUrl?</code></td><td><code>readonly</code></td><td><code>string</code> | <code>URL</code></td><td>Where the worker&#39;s script lies; for hosts that move files.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/EngineOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EngineOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EngineOptions as default
};
