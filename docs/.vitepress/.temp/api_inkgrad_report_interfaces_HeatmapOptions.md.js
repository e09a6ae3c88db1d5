import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: HeatmapOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/report/interfaces/HeatmapOptions.md","filePath":"api/inkgrad/report/interfaces/HeatmapOptions.md"}');
const _sfc_main = { name: "api/inkgrad/report/interfaces/HeatmapOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-heatmapoptions" tabindex="-1">Interface: HeatmapOptions <a class="header-anchor" href="#interface-heatmapoptions" aria-label="Permalink to &quot;Interface: HeatmapOptions&quot;">​</a></h1><p>Options of <code>confusionHeatmap</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>A name for each class of the matrix. Default: their ids.</td></tr><tr><td><a id="property-normalize"></a> <code>normalize?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Shares of each true class in per cent, in place of counts. Default: false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/report/interfaces/HeatmapOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HeatmapOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  HeatmapOptions as default
};
