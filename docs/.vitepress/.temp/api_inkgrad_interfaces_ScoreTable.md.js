import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ScoreTable","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/ScoreTable.md","filePath":"api/inkgrad/interfaces/ScoreTable.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/ScoreTable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-scoretable" tabindex="-1">Interface: ScoreTable <a class="header-anchor" href="#interface-scoretable" aria-label="Permalink to &quot;Interface: ScoreTable&quot;">​</a></h1><p>Scores of all classes, and their means.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-macroaverage"></a> <code>macroAverage</code></td><td><code>readonly</code></td><td><a href="./Scores.html"><code>Scores</code></a></td><td>Means over the classes, each counting the same.</td></tr><tr><td><a id="property-perclass"></a> <code>perClass</code></td><td><code>readonly</code></td><td>readonly <a href="./ClassScores.html"><code>ClassScores</code></a>[]</td><td>The scores of each class, in order.</td></tr><tr><td><a id="property-weightedaverage"></a> <code>weightedAverage</code></td><td><code>readonly</code></td><td><a href="./Scores.html"><code>Scores</code></a></td><td>Means over the classes, each counting by its support.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/ScoreTable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ScoreTable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ScoreTable as default
};
