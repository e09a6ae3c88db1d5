import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Content-Security-Policy","description":"","frontmatter":{},"headers":[],"relativePath":"hosts/csp.md","filePath":"hosts/csp.md"}');
const _sfc_main = { name: "hosts/csp.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="content-security-policy" tabindex="-1">Content-Security-Policy <a class="header-anchor" href="#content-security-policy" aria-label="Permalink to &quot;Content-Security-Policy&quot;">​</a></h1><table tabindex="0"><thead><tr><td></td><td></td></tr></thead><tbody><tr><td><code>inkgrad</code></td><td><code>script-src &#39;self&#39; &#39;wasm-unsafe-eval&#39;; worker-src &#39;self&#39;; connect-src &#39;self&#39;</code></td></tr><tr><td><code>inkgrad/inline</code></td><td><code>script-src &#39;self&#39; &#39;wasm-unsafe-eval&#39;; worker-src blob:</code></td></tr></tbody></table><p><code>&#39;wasm-unsafe-eval&#39;</code> lets a page compile WebAssembly and no more; <code>&#39;unsafe-eval&#39;</code> is not needed, since nothing is made into a program from text. <code>inkgrad/inline</code> starts its worker from a blob, hence <code>worker-src blob:</code>.</p><p>Model files are data in any format: <a href="./../security.html">what a file can and cannot do</a>.</p><p>Reports (<code>inkgrad/report</code>) are pages without scripts and carry a policy of their own.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("hosts/csp.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const csp = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  csp as default
};
