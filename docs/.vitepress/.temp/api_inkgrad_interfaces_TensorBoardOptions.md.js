import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TensorBoardOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/TensorBoardOptions.md","filePath":"api/inkgrad/interfaces/TensorBoardOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/TensorBoardOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tensorboardoptions" tabindex="-1">Interface: TensorBoardOptions <a class="header-anchor" href="#interface-tensorboardoptions" aria-label="Permalink to &quot;Interface: TensorBoardOptions&quot;">​</a></h1><p>Options of <code>callbacks.tensorBoard</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-histogramfreq"></a> <code>histogramFreq?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Every how many epochs histograms of the weights are written; 0 means never. Default: 0.</td></tr><tr><td><a id="property-logdir"></a> <code>logDir?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The folder of the run; its event files go to <code>train/</code> and <code>validation/</code> there. Default: &#39;logs&#39;.</td></tr><tr><td><a id="property-updatefreq"></a> <code>updateFreq?</code></td><td><code>readonly</code></td><td><code>number</code> | <code>&quot;epoch&quot;</code> | <code>&quot;batch&quot;</code></td><td>Writes the figures of batches besides those of epochs: &#39;batch&#39; of each, a number of each so many, which makes training slower. Default: &#39;epoch&#39;, which writes none.</td></tr><tr><td><a id="property-writegraph"></a> <code>writeGraph?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Writes the model&#39;s summary as a text. Default: true.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/TensorBoardOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TensorBoardOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TensorBoardOptions as default
};
