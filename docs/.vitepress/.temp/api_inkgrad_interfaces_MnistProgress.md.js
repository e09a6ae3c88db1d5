import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MnistProgress","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/MnistProgress.md","filePath":"api/inkgrad/interfaces/MnistProgress.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/MnistProgress.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-mnistprogress" tabindex="-1">Interface: MnistProgress <a class="header-anchor" href="#interface-mnistprogress" aria-label="Permalink to &quot;Interface: MnistProgress&quot;">​</a></h1><p>How far the download of a file is.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-file"></a> <code>file</code></td><td><code>readonly</code></td><td>| <code>&quot;train-images-idx3-ubyte&quot;</code> | <code>&quot;train-labels-idx1-ubyte&quot;</code> | <code>&quot;t10k-images-idx3-ubyte&quot;</code> | <code>&quot;t10k-labels-idx1-ubyte&quot;</code></td><td>Which of the four files.</td></tr><tr><td><a id="property-received"></a> <code>received</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Bytes that have come; from 0 again when an attempt failed and another is made.</td></tr><tr><td><a id="property-total"></a> <code>total</code></td><td><code>readonly</code></td><td><code>number</code> | <code>undefined</code></td><td>Bytes of the file as it is downloaded, where the server tells.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/MnistProgress.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MnistProgress = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MnistProgress as default
};
