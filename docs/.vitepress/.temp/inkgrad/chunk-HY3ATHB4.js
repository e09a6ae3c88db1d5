import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/digits/network.ts
var sizes = [784, 128, 64, 11];
var digitClasses = 10;
var loaded;
function loadNetwork() {
  loaded ??= import("./digits-weights.js").then(async ({ weights }) => networkOf(fromHalves(await weights())));
  return loaded;
}
__name(loadNetwork, "loadNetwork");
function networkOf(weights) {
  let at = 0;
  const take = /* @__PURE__ */ __name((length) => {
    at += length;
    return weights.subarray(at - length, at);
  }, "take");
  const layers = sizes.slice(1).map((units, layer) => {
    const kernel = take(sizes[layer] * units);
    return { kernel, bias: take(units) };
  });
  return (image) => {
    let values = Float32Array.from(image, (byte) => byte / 255);
    layers.forEach((layer, i) => {
      values = dense(values, layer);
      if (i < layers.length - 1) for (let k = 0; k < values.length; k++) values[k] = Math.max(values[k], 0);
    });
    return softmax(values);
  };
}
__name(networkOf, "networkOf");
function dense(inputs, { kernel, bias }) {
  const units = bias.length;
  const sums = bias.slice();
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i];
    if (input === 0) continue;
    for (let unit = 0; unit < units; unit++) {
      sums[unit] = sums[unit] + input * kernel[i * units + unit];
    }
  }
  return sums;
}
__name(dense, "dense");
function softmax(logits) {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
__name(softmax, "softmax");
function fromHalves(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => {
    const half = view.getUint16(2 * i, true);
    const [exponent, fraction] = [half >> 10 & 31, half & 1023];
    const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
    return half & 32768 ? -size : size;
  });
}
__name(fromHalves, "fromHalves");

export {
  digitClasses,
  loadNetwork
};
//# sourceMappingURL=chunk-HY3ATHB4.js.map