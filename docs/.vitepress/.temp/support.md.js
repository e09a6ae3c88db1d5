import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Support","description":"","frontmatter":{},"headers":[],"relativePath":"support.md","filePath":"support.md"}');
const _sfc_main = { name: "support.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="support" tabindex="-1">Support <a class="header-anchor" href="#support" aria-label="Permalink to &quot;Support&quot;">​</a></h1><h2 id="engines" tabindex="-1">Engines <a class="header-anchor" href="#engines" aria-label="Permalink to &quot;Engines&quot;">​</a></h2><table tabindex="0"><thead><tr><td></td><th>tested</th><th>promised</th></tr></thead><tbody><tr><td>Node</td><td>20, 22, 24, 26</td><td>every release line that Node&#39;s own schedule maintains, and 20.16 on; a line is dropped in a minor release, at least six months after its end</td></tr><tr><td>Bun, Deno</td><td>the current ones</td><td>the current ones</td></tr><tr><td>Chrome, Edge</td><td>current Chromium</td><td>the last two years&#39;</td></tr><tr><td>Firefox</td><td>current and ESR</td><td>the last two years&#39;</td></tr><tr><td>Safari</td><td>WebKitGTK</td><td>16.4 on: the first with WebAssembly SIMD. Not tried on Apple&#39;s machines</td></tr><tr><td>Linux x64</td><td>yes</td><td>yes</td></tr><tr><td>Linux arm64, macOS, Windows</td><td>by the CI workflow&#39;s hosted runners</td><td>yes; the code has no part of its own for any of them</td></tr><tr><td>TypeScript</td><td>5.9</td><td>5.2 on</td></tr></tbody></table><h2 id="versions" tabindex="-1">Versions <a class="header-anchor" href="#versions" aria-label="Permalink to &quot;Versions&quot;">​</a></h2><p>Semantic versioning. Before 1.0 a minor release may break, and the change log says what to change. A change of the bits that a seed gives is a minor release, with a line in the change log. Files that a version wrote are read by every later one.</p><p>The newest release gets fixes. A security fix is made for the last minor release as well, for six months.</p><h2 id="where-to-ask" tabindex="-1">Where to ask <a class="header-anchor" href="#where-to-ask" aria-label="Permalink to &quot;Where to ask&quot;">​</a></h2><p><a href="./contributing.html">How to contribute</a>, and <a href="./security.html">what a file can do, and how to report a weakness</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("support.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const support = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  support as default
};
