import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FoundLearningRates","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/report/interfaces/FoundLearningRates.md","filePath":"api/inkgrad/report/interfaces/FoundLearningRates.md"}');
const _sfc_main = { name: "api/inkgrad/report/interfaces/FoundLearningRates.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-foundlearningrates" tabindex="-1">Interface: FoundLearningRates <a class="header-anchor" href="#interface-foundlearningrates" aria-label="Permalink to &quot;Interface: FoundLearningRates&quot;">​</a></h1><p>What <code>callbacks.learningRateFinder</code> found.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-learningrates"></a> <code>learningRates</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The rates that were tried, each larger than the one before.</td></tr><tr><td><a id="property-losses"></a> <code>losses</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The loss at each of them.</td></tr><tr><td><a id="property-suggestion"></a> <code>suggestion?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The rate to take.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/report/interfaces/FoundLearningRates.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FoundLearningRates = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FoundLearningRates as default
};
