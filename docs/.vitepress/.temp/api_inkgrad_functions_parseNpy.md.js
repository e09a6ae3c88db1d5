import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: parseNpy()","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/functions/parseNpy.md","filePath":"api/inkgrad/functions/parseNpy.md"}');
const _sfc_main = { name: "api/inkgrad/functions/parseNpy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-parsenpy" tabindex="-1">Function: parseNpy() <a class="header-anchor" href="#function-parsenpy" aria-label="Permalink to &quot;Function: parseNpy()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;"> parseNpy</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">bytes</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">name</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">?</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Tensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>Reads a <code>.npy</code> file (format 1.0, 2.0 or 3.0) of numbers or booleans, in either byte order, in C or Fortran order.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Default value</th><th>Description</th></tr></thead><tbody><tr><td><code>bytes</code></td><td><code>ArrayBufferLike</code> | <code>ArrayBufferView</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td><code>undefined</code></td><td>The whole file, in any view or buffer.</td></tr><tr><td><code>name?</code></td><td><code>string</code></td><td><code>&#39;npy&#39;</code></td><td>What error messages call the file.</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Tensor.html"><code>Tensor</code></a></p><p>The numbers in row-major (C) order. 64-bit integers come as doubles, booleans as bytes 0 and 1; the data of one-byte elements may share the memory of <code>bytes</code>.</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>DtypeError if <code>bytes</code> is something else; FormatError if the file is cut short or too long, its header is wrong, its elements are not numbers (objects are refused: unpickling them would run code), or a 64-bit integer lies outside ±(2^53 - 1).</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/functions/parseNpy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const parseNpy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  parseNpy as default
};
