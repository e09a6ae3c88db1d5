import {
  exitCodes
} from "./chunk-5DBKZEA7.js";
import {
  decodePicture,
  readPictureFile
} from "./chunk-DRIDIUE7.js";
import {
  readPicture
} from "./chunk-6JW7BZHZ.js";
import {
  loadNetwork
} from "./chunk-HY3ATHB4.js";
import {
  nodeFiles
} from "./chunk-WSVM6H2F.js";
import {
  InkgradError,
  OptionError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/commands/read.ts
async function read(files, { boxes }, out) {
  if (boxes !== void 0 && files.length > 1) throw new OptionError("--boxes", "one picture", `${files.length}`);
  const network = await loadNetwork();
  const results = [];
  for (const file of files) {
    try {
      const picture = await decodePicture(await readPictureFile(file), file);
      const found = readPicture(picture, network);
      results.push({ file, ...found });
      if (found.digits.length === 0) out.warn(`${file}: no digit found`);
      else out.say(files.length > 1 ? `${file}: ${told(found)}` : told(found));
      if (boxes !== void 0) {
        const { drawBoxes } = await import("./boxes-MCNFFUYV.js");
        await nodeFiles.write(boxes, drawBoxes(picture, found.digits));
      }
    } catch (error) {
      if (!(error instanceof InkgradError)) throw error;
      results.push({ file, error: { name: error.name, message: error.message } });
      out.warn(error.message);
    }
  }
  const texts = results.map((result) => "text" in result && result.text !== "" ? result.text : "?");
  return {
    json: { pictures: results },
    brief: texts.join("\n"),
    code: texts.includes("?") ? exitCodes.failed : exitCodes.done
  };
}
__name(read, "read");
function told({ text, digits }) {
  const unsure = digits.flatMap(({ unsure: unsure2, digit, probability }, i) => {
    return unsure2 ? [`${ordinal(i + 1)}: ${digit}, ${Math.round(100 * probability)} %`] : [];
  });
  return unsure.length === 0 ? text : `${text} (unsure: ${unsure.join("; ")})`;
}
__name(told, "told");
function ordinal(place) {
  const ending = { 1: "st", 2: "nd", 3: "rd" }[place % 10] ?? "th";
  return `${place}${place % 100 >= 11 && place % 100 <= 13 ? "th" : ending} digit`;
}
__name(ordinal, "ordinal");

export {
  read
};
//# sourceMappingURL=chunk-YRVOLPC5.js.map