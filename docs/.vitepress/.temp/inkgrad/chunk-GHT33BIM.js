import {
  ArgumentError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/model/state.ts
async function restoreState({ network }, state, source) {
  try {
    await network.use(({ engine, network: network2 }) => engine.writeState(network2, state));
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new FormatError(`${source}: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}
__name(restoreState, "restoreState");

export {
  restoreState
};
//# sourceMappingURL=chunk-GHT33BIM.js.map