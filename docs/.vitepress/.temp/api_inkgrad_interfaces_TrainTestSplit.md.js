import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainTestSplit<X>","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/TrainTestSplit.md","filePath":"api/inkgrad/interfaces/TrainTestSplit.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/TrainTestSplit.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-traintestsplit-x" tabindex="-1">Interface: TrainTestSplit&lt;X&gt; <a class="header-anchor" href="#interface-traintestsplit-x" aria-label="Permalink to &quot;Interface: TrainTestSplit\\&lt;X\\&gt;&quot;">​</a></h1><p>A data set cut into what a model learns from and what it is judged by.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./OwnBinaryDigits.html"><code>OwnBinaryDigits</code></a></li></ul><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-x"></a> <code>X</code> <em>extends</em> <a href="./Tensor2D.html"><code>Tensor2D</code></a></td><td><a href="./../classes/ImageTensor.html"><code>ImageTensor</code></a></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-test"></a> <code>test</code></td><td><code>readonly</code></td><td><a href="./LabelledRows.html"><code>LabelledRows</code></a>&lt;<code>X</code>&gt;</td><td>To test on.</td></tr><tr><td><a id="property-train"></a> <code>train</code></td><td><code>readonly</code></td><td><a href="./LabelledRows.html"><code>LabelledRows</code></a>&lt;<code>X</code>&gt;</td><td>To train on.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/TrainTestSplit.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainTestSplit = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainTestSplit as default
};
