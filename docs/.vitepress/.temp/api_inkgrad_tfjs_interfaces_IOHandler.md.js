import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: IOHandler","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/IOHandler.md","filePath":"api/inkgrad/tfjs/interfaces/IOHandler.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/IOHandler.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-iohandler" tabindex="-1">Interface: IOHandler <a class="header-anchor" href="#interface-iohandler" aria-label="Permalink to &quot;Interface: IOHandler&quot;">​</a></h1><p>A place of your own for models.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-load"></a> <code>load?</code></td><td><code>LoadHandler</code></td></tr><tr><td><a id="property-save"></a> <code>save?</code></td><td><code>SaveHandler</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/IOHandler.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const IOHandler = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  IOHandler as default
};
