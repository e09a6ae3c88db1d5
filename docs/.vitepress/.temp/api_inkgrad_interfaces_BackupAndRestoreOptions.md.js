import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BackupAndRestoreOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/inkgrad/interfaces/BackupAndRestoreOptions.md","filePath":"api/inkgrad/interfaces/BackupAndRestoreOptions.md"}');
const _sfc_main = { name: "api/inkgrad/interfaces/BackupAndRestoreOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-backupandrestoreoptions" tabindex="-1">Interface: BackupAndRestoreOptions <a class="header-anchor" href="#interface-backupandrestoreoptions" aria-label="Permalink to &quot;Interface: BackupAndRestoreOptions&quot;">​</a></h1><p>Options of <code>callbacks.backupAndRestore</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backupdir"></a> <code>backupDir</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The folder of the training&#39;s state; of one training alone.</td></tr><tr><td><a id="property-deletecheckpoint"></a> <code>deleteCheckpoint?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Removes the state when training has come to its end. Default: true.</td></tr><tr><td><a id="property-savefreq"></a> <code>saveFreq?</code></td><td><code>readonly</code></td><td><code>SaveFreq</code></td><td>&#39;epoch&#39; saves at the end of each epoch, a number after so many batches. Default: &#39;epoch&#39;.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/inkgrad/interfaces/BackupAndRestoreOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BackupAndRestoreOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BackupAndRestoreOptions as default
};
