import {
  performance,
  setImmediate
} from "./chunk-HLGL5JCD.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/engine/turn.ts
var WORK = 10;
function turn() {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
__name(turn, "turn");
function turns() {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < WORK) return;
    await turn();
    last = performance.now();
  };
}
__name(turns, "turns");
async function inTurns(work, giveTurn) {
  for (let piece = work.next(); ; piece = work.next()) {
    if (piece.done) return piece.value;
    await giveTurn();
  }
}
__name(inTurns, "inTurns");
function atOnce(work) {
  for (let piece = work.next(); ; piece = work.next()) if (piece.done) return piece.value;
}
__name(atOnce, "atOnce");

export {
  turns,
  inTurns,
  atOnce
};
//# sourceMappingURL=chunk-EHHOOHLW.js.map