import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DataTypeMap","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/DataTypeMap.md","filePath":"api/inkgrad/tfjs/interfaces/DataTypeMap.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/DataTypeMap.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-datatypemap" tabindex="-1">Interface: DataTypeMap <a class="header-anchor" href="#interface-datatypemap" aria-label="Permalink to &quot;Interface: DataTypeMap&quot;">​</a></h1><p>Typed arrays by the name of their numbers.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-bool"></a> <code>bool</code></td><td><code>Uint8Array</code></td></tr><tr><td><a id="property-float32"></a> <code>float32</code></td><td><code>Float32Array</code></td></tr><tr><td><a id="property-int32"></a> <code>int32</code></td><td><code>Int32Array</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/DataTypeMap.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DataTypeMap = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DataTypeMap as default
};
