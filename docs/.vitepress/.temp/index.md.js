import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"","description":"","frontmatter":{"layout":"home","hero":{"name":"inkgrad","text":"Networks that read handwriting, at native speed","tagline":"Train and use them in Node and in the browser. Rust and WebAssembly inside, Keras's words outside; no addon, no Python, no server.","actions":[{"theme":"brand","text":"Get started","link":"/guide/install"},{"theme":"alt","text":"Run a notebook in this page","link":"/notebook"}]},"features":[{"title":"Fast on plain CPUs","details":"An epoch of MNIST's 60,000 images takes about a quarter of a second on two cores, in Node and in a page.","link":"/guide/performance"},{"title":"An install that never fails","details":"No install script, no dependency, no addon. JavaScript and WASM files, for Node, Bun, Deno and browsers.","link":"/guide/install"},{"title":"The same seed, the same bits","details":"Weights are identical, bit for bit, on every engine, every CPU and every number of threads.","link":"/guide/determinism"},{"title":"Keras's words and numbers","details":"Layers, losses, optimizers and metrics by Keras 3's names; training follows it to float rounding.","link":"/from-keras"},{"title":"Pictures in, numbers out","details":"A trained network is in the package. It reads photos, scans and drawings, several lines of digits at a time.","link":"/guide/pictures"},{"title":"Models go in and out","details":"Keras, ONNX, TensorFlow.js, PyTorch's and scikit-learn's weights, NumPy, safetensors, and plain JavaScript.","link":"/guide/files"}]},"headers":[],"relativePath":"index.md","filePath":"index.md"}`);
const _sfc_main = { name: "index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
