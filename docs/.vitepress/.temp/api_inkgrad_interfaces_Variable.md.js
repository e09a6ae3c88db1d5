import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Variable","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/Variable.md","filePath":"api/inkgrad/interfaces/Variable.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/Variable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-variable" tabindex="-1">Interface: Variable <a class="header-anchor" href="#interface-variable" aria-label="Permalink to &quot;Interface: Variable&quot;">​</a></h1><p>Numbers that a layer holds.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Keras&#39;s name, as in files: kernel, bias, gamma, moving_mean, ...</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Shape.html"><code>Shape</code></a></td><td>The length of each axis.</td></tr><tr><td><a id="property-trainable"></a> <code>trainable</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Training changes it by gradients; moving statistics are none of these.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/Variable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Variable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Variable as default
};
