import {
  isEmptyZip,
  isZip,
  jsonWith,
  starts,
  textOf,
  zipWith
} from "./chunk-PUOJI7GF.js";
import {
  TextDecoder
} from "./chunk-HLGL5JCD.js";
import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/foreign/text.ts
function isText(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, 4096), { stream: true });
    return /^[^\p{Cc}]+$/u.test(text.replaceAll(/[\t\n\f\r]/g, " "));
  } catch {
    return false;
  }
}
__name(isText, "isText");
function isJson(bytes) {
  return isText(bytes) && /^(\xef\xbb\xbf)?\s*(\{\s*["}]|\[\s*["\]{[\d-])/.test(textOf(bytes, 4096));
}
__name(isJson, "isJson");

// ts/formats/foreign.ts
var fromTorch = "it may run code when it is opened; where you trust it, open it in PyTorch, and write its weights by safetensors.torch's save_file(model.state_dict(), 'model.safetensors')";
function endsAsZip(bytes) {
  const end = bytes.subarray(-(65535 + 22));
  return end.some((byte, i) => byte === 80 && isEmptyZip(end.subarray(i, i + 4)));
}
__name(endsAsZip, "endsAsZip");
var picture = /* @__PURE__ */ __name((kind, is) => ({
  name: `${kind} picture`,
  is,
  advice: "it is for predict, once a model is loaded"
}), "picture");
var formats = [
  { name: "an empty file", is: /* @__PURE__ */ __name(({ length }) => length === 0, "is"), advice: "what wrote it may have been stopped" },
  { name: "a file of PyTorch's torch.save", is: zipWith(/\/data\.pkl|\/\.format_version/), advice: fromTorch },
  {
    name: "a zip file that is cut short or damaged",
    is: /* @__PURE__ */ __name((bytes) => isZip(bytes) && !endsAsZip(bytes), "is"),
    advice: "copy or download it anew"
  },
  { name: "a zip file", is: isZip, advice: "unpack it, and load the model in it" },
  {
    name: "a Python pickle, as older PyTorch wrote .pt",
    is: /* @__PURE__ */ __name((bytes) => bytes[0] === 128 && (bytes[1] ?? 0) >= 2 && (bytes[1] ?? 0) <= 5, "is"),
    advice: fromTorch
  },
  {
    name: "an .npy file",
    is: starts(147, "NUMPY"),
    advice: "it is one array; write all by numpy.savez(path, *model.get_weights())"
  },
  {
    name: "a TensorFlow Lite file",
    is: /* @__PURE__ */ __name((bytes) => starts("TFL3")(bytes.subarray(4)), "is"),
    advice: "load the Keras model that it was made of"
  },
  { name: "a gzip file", is: starts(31, 139), advice: "unpack it first" },
  {
    name: "a Git LFS pointer",
    is: starts("version https://git-lfs"),
    advice: "fetch the file that it stands for: git lfs pull"
  },
  {
    name: "a web page",
    is: /* @__PURE__ */ __name((bytes) => /^\s*<(!doctype|html|head)/i.test(textOf(bytes, 64)), "is"),
    advice: "it may be an error or a sign-in in place of the file; look at its address"
  },
  {
    name: "the JSON of Keras's model.to_json()",
    is: jsonWith("class_name", "keras_version"),
    advice: "it has no weights; write both by model.save('model.keras')"
  },
  picture("a PNG", starts(137, "PNG\r\n", 26, "\n")),
  picture("a JPEG", starts(255, 216, 255)),
  picture("a GIF", starts("GIF8")),
  picture("a WebP", (bytes) => starts("RIFF")(bytes) && starts("WEBP")(bytes.subarray(8))),
  { name: "a PDF", is: starts("%PDF-"), advice: "give the file of a model" },
  {
    name: "a JavaScript module that predicts, which is only written",
    is: starts("// Written by inkgrad"),
    advice: "import it, or load the file that it was made of"
  },
  { name: "JSON of something else", is: isJson, advice: "give the file of a model" },
  { name: "a text", is: isText, advice: "give the file of a model" },
  {
    name: "bytes of no known kind",
    is: /* @__PURE__ */ __name((bytes) => bytes.length > 8 && bytes[8] !== 123 && bytes.subarray(4, 8).some((byte) => byte !== 0), "is"),
    advice: "give the file of a model"
  }
];
function refuseForeign(bytes, source) {
  const foreign = formats.find(({ is }) => is(bytes));
  if (!foreign) return;
  const expected = "a model (.safetensors, .keras, .h5, .onnx, .npz, or the model.json of TensorFlow.js)";
  throw new FormatError(source, expected, `${foreign.name}; ${foreign.advice}`);
}
__name(refuseForeign, "refuseForeign");

export {
  refuseForeign
};
//# sourceMappingURL=chunk-5JFPLIBU.js.map