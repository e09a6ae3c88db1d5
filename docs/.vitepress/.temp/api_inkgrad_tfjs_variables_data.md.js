import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: data","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/tfjs/variables/data.md","filePath":"api/inkgrad/tfjs/variables/data.md"}');
const _sfc_main = { name: "api/inkgrad/tfjs/variables/data.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-data" tabindex="-1">Variable: data <a class="header-anchor" href="#variable-data" aria-label="Permalink to &quot;Variable: data&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> data</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span></code></pre></div><p>Datasets: batches that are made as they are asked for.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-array"></a> <code>array()</code></td><td>&lt;<code>T</code>&gt;(<code>items</code>) =&gt; <code>Dataset</code>&lt;<code>T</code>&gt;</td></tr><tr><td><a id="property-csv"></a> <code>csv</code></td><td><code>Refused</code></td></tr><tr><td><a id="property-csvdataset"></a> <code>CSVDataset</code></td><td><code>Refused</code></td></tr><tr><td><a id="property-dataset"></a> <code>Dataset</code></td><td><em>typeof</em> <code>Dataset</code></td></tr><tr><td><a id="property-filedatasource"></a> <code>FileDataSource</code></td><td><code>Refused</code></td></tr><tr><td><a id="property-func"></a> <code>func()</code></td><td>&lt;<code>T</code>&gt;(<code>make</code>) =&gt; <code>Dataset</code>&lt;<code>T</code>&gt;</td></tr><tr><td><a id="property-generator"></a> <code>generator()</code></td><td>&lt;<code>T</code>&gt;(<code>make</code>) =&gt; <code>Dataset</code>&lt;<code>T</code>&gt;</td></tr><tr><td><a id="property-microphone"></a> <code>microphone</code></td><td><code>Refused</code></td></tr><tr><td><a id="property-textlinedataset"></a> <code>TextLineDataset</code></td><td><code>Refused</code></td></tr><tr><td><a id="property-urldatasource"></a> <code>URLDataSource</code></td><td><code>Refused</code></td></tr><tr><td><a id="property-webcam"></a> <code>webcam</code></td><td><code>Refused</code></td></tr><tr><td><a id="property-zip"></a> <code>zip()</code></td><td>&lt;<code>D</code>&gt;(<code>datasets</code>) =&gt; <code>Dataset</code>&lt;<code>Zipped</code>&lt;<code>D</code>&gt;&gt;</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/tfjs/variables/data.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const data = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  data as default
};
