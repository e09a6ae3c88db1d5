import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ToBytesOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/ToBytesOptions.md","filePath":"api/inkgrad/interfaces/ToBytesOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/ToBytesOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tobytesoptions" tabindex="-1">Interface: ToBytesOptions <a class="header-anchor" href="#interface-tobytesoptions" aria-label="Permalink to &quot;Interface: ToBytesOptions&quot;">​</a></h1><p>Options of <code>toBytes</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>ContentOptions</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-format"></a> <code>format?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/FormatName.html"><code>FormatName</code></a></td><td>Default: &#39;safetensors&#39;, which holds all of a model.</td><td>-</td></tr><tr><td><a id="property-includeoptimizer"></a> <code>includeOptimizer?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the optimizer&#39;s state goes along, with which the loaded model trains on to the same bits; Adam&#39;s is twice as large as the weights. Default: true if the model has been trained and the format can hold it.</td><td><code>ContentOptions.includeOptimizer</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/ToBytesOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ToBytesOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ToBytesOptions as default
};
