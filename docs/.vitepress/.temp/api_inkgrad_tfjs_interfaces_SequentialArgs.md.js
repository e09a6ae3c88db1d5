import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SequentialArgs","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/SequentialArgs.md","filePath":"api/inkgrad/tfjs/interfaces/SequentialArgs.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/SequentialArgs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-sequentialargs" tabindex="-1">Interface: SequentialArgs <a class="header-anchor" href="#interface-sequentialargs" aria-label="Permalink to &quot;Interface: SequentialArgs&quot;">​</a></h1><p>Options of <code>sequential</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-layers"></a> <code>layers?</code></td><td><code>Layer</code>[]</td><td>-</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>string</code></td><td>Default: sequential_1 and so on.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>number</code></td><td>Initial weights, masks and the order of rows follow from it; TensorFlow.js has none. Default: a random one.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/SequentialArgs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SequentialArgs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SequentialArgs as default
};
