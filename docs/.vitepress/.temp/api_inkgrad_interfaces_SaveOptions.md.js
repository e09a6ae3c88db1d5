import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SaveOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/SaveOptions.md","filePath":"api/inkgrad/interfaces/SaveOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/SaveOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-saveoptions" tabindex="-1">Interface: SaveOptions <a class="header-anchor" href="#interface-saveoptions" aria-label="Permalink to &quot;Interface: SaveOptions&quot;">​</a></h1><p>Options of <code>save</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>ContentOptions</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-format"></a> <code>format?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/FormatName.html"><code>FormatName</code></a></td><td>Default: as the path ends (<code>.npz</code>, say), and &#39;safetensors&#39; for any other ending.</td><td>-</td></tr><tr><td><a id="property-includeoptimizer"></a> <code>includeOptimizer?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the optimizer&#39;s state goes along, with which the loaded model trains on to the same bits; Adam&#39;s is twice as large as the weights. Default: true if the model has been trained and the format can hold it.</td><td><code>ContentOptions.includeOptimizer</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/SaveOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SaveOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SaveOptions as default
};
