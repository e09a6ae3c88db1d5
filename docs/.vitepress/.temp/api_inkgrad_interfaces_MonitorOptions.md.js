import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MonitorOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/MonitorOptions.md","filePath":"api/inkgrad/interfaces/MonitorOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/MonitorOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-monitoroptions" tabindex="-1">Interface: MonitorOptions <a class="header-anchor" href="#interface-monitoroptions" aria-label="Permalink to &quot;Interface: MonitorOptions&quot;">​</a></h1><p>What a callback watches, and which way is better.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./EarlyStoppingOptions.html"><code>EarlyStoppingOptions</code></a></li><li><a href="./ModelCheckpointOptions.html"><code>ModelCheckpointOptions</code></a></li><li><a href="./ReduceLROnPlateauOptions.html"><code>ReduceLROnPlateauOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/MonitorMode.html"><code>MonitorMode</code></a></td><td>Whether lower (&#39;min&#39;) or higher (&#39;max&#39;) is better. Default: &#39;auto&#39;.</td></tr><tr><td><a id="property-monitor"></a> <code>monitor?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The figure to watch, by its name in the logs. Default: &#39;val_loss&#39;.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/MonitorOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MonitorOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MonitorOptions as default
};
