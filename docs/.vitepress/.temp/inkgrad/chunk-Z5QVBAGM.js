import {
  EngineError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/platform.ts
var installed;
function usePlatform(platform2) {
  installed = platform2;
}
__name(usePlatform, "usePlatform");
function platform() {
  if (!installed) throw new EngineError("no platform: import 'inkgrad' and not one of its inner files");
  return installed;
}
__name(platform, "platform");

export {
  usePlatform,
  platform
};
//# sourceMappingURL=chunk-Z5QVBAGM.js.map