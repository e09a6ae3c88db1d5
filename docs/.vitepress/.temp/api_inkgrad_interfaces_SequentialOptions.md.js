import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SequentialOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/SequentialOptions.md","filePath":"api/inkgrad/interfaces/SequentialOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/SequentialOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-sequentialoptions" tabindex="-1">Interface: SequentialOptions <a class="header-anchor" href="#interface-sequentialoptions" aria-label="Permalink to &quot;Interface: SequentialOptions&quot;">​</a></h1><p>Options of <code>sequential</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-engine"></a> <code>engine?</code></td><td><code>readonly</code></td><td><a href="./Engine.html"><code>Engine</code></a></td><td>Where the model computes. Default: the default engine at the model&#39;s first use, see <code>init</code>.</td></tr><tr><td><a id="property-layers"></a> <code>layers?</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/LayerDescription.html"><code>LayerDescription</code></a>[]</td><td>Input side first; the first one needs <code>inputShape</code>, or is <code>layers.input(...)</code>. Default: none, see <code>add</code>.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Default: &#39;sequential&#39;.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>0 to 2^53 - 1; the initial weights and the order of samples follow from it. Default: a random one.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/SequentialOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SequentialOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SequentialOptions as default
};
