import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"inkgrad/report","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/report/index.md","filePath":"api/inkgrad/report/index.md"}');
const _sfc_main = { name: "api/inkgrad/report/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="inkgrad-report" tabindex="-1">inkgrad/report <a class="header-anchor" href="#inkgrad-report" aria-label="Permalink to &quot;inkgrad/report&quot;">​</a></h1><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/FoundLearningRates.html">FoundLearningRates</a></li><li><a href="./interfaces/HeatmapOptions.html">HeatmapOptions</a></li><li><a href="./interfaces/ModelFacts.html">ModelFacts</a></li><li><a href="./interfaces/Run.html">Run</a></li><li><a href="./interfaces/Timings.html">Timings</a></li><li><a href="./interfaces/WrittenReport.html">WrittenReport</a></li></ul><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/Facts.html">Facts</a></li><li><a href="./type-aliases/RunHistory.html">RunHistory</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/accuracyCurves.html">accuracyCurves</a></li><li><a href="./functions/calibrationPlot.html">calibrationPlot</a></li><li><a href="./functions/confusedPairs.html">confusedPairs</a></li><li><a href="./functions/confusionHeatmap.html">confusionHeatmap</a></li><li><a href="./functions/firstLayerWeights.html">firstLayerWeights</a></li><li><a href="./functions/learningRateCurve.html">learningRateCurve</a></li><li><a href="./functions/lossCurves.html">lossCurves</a></li><li><a href="./functions/report.html">report</a></li><li><a href="./functions/rocPlot.html">rocPlot</a></li><li><a href="./functions/sampleGrid.html">sampleGrid</a></li><li><a href="./functions/timingsChart.html">timingsChart</a></li><li><a href="./functions/worstMistakes.html">worstMistakes</a></li><li><a href="./functions/writeReport.html">writeReport</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/report/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
