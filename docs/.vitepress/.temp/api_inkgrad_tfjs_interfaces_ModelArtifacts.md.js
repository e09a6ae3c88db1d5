import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelArtifacts","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/ModelArtifacts.md","filePath":"api/inkgrad/tfjs/interfaces/ModelArtifacts.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/ModelArtifacts.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-modelartifacts" tabindex="-1">Interface: ModelArtifacts <a class="header-anchor" href="#interface-modelartifacts" aria-label="Permalink to &quot;Interface: ModelArtifacts&quot;">​</a></h1><p>A model as TensorFlow.js hands it to whoever stores it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-convertedby"></a> <code>convertedBy?</code></td><td><code>string</code> | <code>null</code></td><td>-</td></tr><tr><td><a id="property-format"></a> <code>format?</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-generatedby"></a> <code>generatedBy?</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-modeltopology"></a> <code>modelTopology?</code></td><td><code>object</code> | <code>ArrayBuffer</code></td><td>The layers, in Keras&#39;s words.</td></tr><tr><td><a id="property-trainingconfig"></a> <code>trainingConfig?</code></td><td><code>object</code></td><td>What <code>compile</code> was told, where it was asked for.</td></tr><tr><td><a id="property-userdefinedmetadata"></a> <code>userDefinedMetadata?</code></td><td><code>object</code></td><td>-</td></tr><tr><td><a id="property-weightdata"></a> <code>weightData?</code></td><td><code>ArrayBuffer</code> | <code>ArrayBuffer</code>[]</td><td>The numbers of all variables, end to end: little-endian 32-bit floats.</td></tr><tr><td><a id="property-weightspecs"></a> <code>weightSpecs?</code></td><td><code>WeightsManifestEntry</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/ModelArtifacts.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelArtifacts = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelArtifacts as default
};
