import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/model-facts.ts
function summaryText(model) {
  let text = "";
  model.summary({
    print: /* @__PURE__ */ __name((summary) => {
      text = summary;
    }, "print")
  });
  return text;
}
__name(summaryText, "summaryText");

export {
  summaryText
};
//# sourceMappingURL=chunk-NMFFGAL2.js.map