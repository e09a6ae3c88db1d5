import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: History","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/History.md","filePath":"api/inkgrad/interfaces/History.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/History.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-history" tabindex="-1">Interface: History <a class="header-anchor" href="#interface-history" aria-label="Permalink to &quot;Interface: History&quot;">​</a></h1><p>What a training gave, epoch by epoch.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>The numbers of the epochs, from 0.</td></tr><tr><td><a id="property-history"></a> <code>history</code></td><td><code>readonly</code></td><td><code>Record</code>&lt;<code>string</code>, <code>number</code>[]&gt; &amp; <code>object</code></td><td>Keras&#39;s names, a number for each epoch; those of validation only for the epochs that had one. Accuracies are shares from 0 to 1.</td></tr><tr><td><a id="property-params"></a> <code>params</code></td><td><code>readonly</code></td><td><code>object</code></td><td>What the training was asked for.</td></tr><tr><td><code>params.batchSize</code></td><td><code>public</code></td><td><code>number</code></td><td>Of a stream that of its largest batch.</td></tr><tr><td><code>params.epochs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>params.steps</code></td><td><code>public</code></td><td><code>number</code> | <code>undefined</code></td><td>Batches of an epoch; undefined for a stream whose length was never seen.</td></tr><tr><td><code>params.verbose</code></td><td><code>readonly</code></td><td><code>0</code> | <code>1</code> | <code>2</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/History.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const History = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  History as default
};
