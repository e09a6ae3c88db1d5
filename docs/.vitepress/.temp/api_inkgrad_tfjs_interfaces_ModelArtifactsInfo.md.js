import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelArtifactsInfo","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/interfaces/ModelArtifactsInfo.md","filePath":"api/inkgrad/tfjs/interfaces/ModelArtifactsInfo.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/interfaces/ModelArtifactsInfo.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-modelartifactsinfo" tabindex="-1">Interface: ModelArtifactsInfo <a class="header-anchor" href="#interface-modelartifactsinfo" aria-label="Permalink to &quot;Interface: ModelArtifactsInfo&quot;">​</a></h1><p>What was saved: sizes and date.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-datesaved"></a> <code>dateSaved</code></td><td><code>Date</code></td></tr><tr><td><a id="property-modeltopologybytes"></a> <code>modelTopologyBytes</code></td><td><code>number</code></td></tr><tr><td><a id="property-modeltopologytype"></a> <code>modelTopologyType</code></td><td><code>&quot;JSON&quot;</code></td></tr><tr><td><a id="property-weightdatabytes"></a> <code>weightDataBytes</code></td><td><code>number</code></td></tr><tr><td><a id="property-weightspecsbytes"></a> <code>weightSpecsBytes</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/interfaces/ModelArtifactsInfo.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelArtifactsInfo = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelArtifactsInfo as default
};
