import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/stores.ts
var storeSchemes = ["indexeddb", "opfs", "downloads"];
function isStore(scheme) {
  return storeSchemes.includes(scheme);
}
__name(isStore, "isStore");
function addressOf(text) {
  const [, scheme, name] = /^([a-z][a-z0-9+.-]+):\/\/(.*)$/is.exec(text) ?? [];
  return scheme === void 0 || name === void 0 ? void 0 : { scheme: scheme.toLowerCase(), name };
}
__name(addressOf, "addressOf");

export {
  storeSchemes,
  isStore,
  addressOf
};
//# sourceMappingURL=chunk-UWQWDOMZ.js.map