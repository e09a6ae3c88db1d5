/** Random numbers that follow from a seed (Mulberry32). */
export function randomNumbers(seed) {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    between: (least, most) => least + uniform() * (most - least),
    integer: (end) => Math.floor(uniform() * end),
    happens: (probability) => uniform() < probability,
  };
}
