/** Bytes as 32-bit floats in [0, 1]. */
export function toFloats(bytes) {
  const floats = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) floats[i] = bytes[i] / 255;
  return floats;
}
