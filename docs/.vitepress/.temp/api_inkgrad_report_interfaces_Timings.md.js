import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Timings","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/report/interfaces/Timings.md","filePath":"api/inkgrad/report/interfaces/Timings.md"}');
const _sfc_main = { name: "api/inkgrad/report/interfaces/Timings.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-timings" tabindex="-1">Interface: Timings <a class="header-anchor" href="#interface-timings" aria-label="Permalink to &quot;Interface: Timings&quot;">​</a></h1><p>How long training took.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-samples"></a> <code>samples</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many samples an epoch trains on.</td></tr><tr><td><a id="property-seconds"></a> <code>seconds</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>How long each epoch took.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/report/interfaces/Timings.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Timings = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Timings as default
};
