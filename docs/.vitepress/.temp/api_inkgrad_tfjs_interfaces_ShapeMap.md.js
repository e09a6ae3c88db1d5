import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ShapeMap","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/ShapeMap.md","filePath":"api/inkgrad/tfjs/interfaces/ShapeMap.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/ShapeMap.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-shapemap" tabindex="-1">Interface: ShapeMap <a class="header-anchor" href="#interface-shapemap" aria-label="Permalink to &quot;Interface: ShapeMap&quot;">​</a></h1><p>Shapes by their number of axes.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-r0"></a> <code>R0</code></td><td><code>number</code>[]</td></tr><tr><td><a id="property-r1"></a> <code>R1</code></td><td>[<code>number</code>]</td></tr><tr><td><a id="property-r2"></a> <code>R2</code></td><td>[<code>number</code>, <code>number</code>]</td></tr><tr><td><a id="property-r3"></a> <code>R3</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>]</td></tr><tr><td><a id="property-r4"></a> <code>R4</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>]</td></tr><tr><td><a id="property-r5"></a> <code>R5</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>]</td></tr><tr><td><a id="property-r6"></a> <code>R6</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/ShapeMap.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ShapeMap = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ShapeMap as default
};
