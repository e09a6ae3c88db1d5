/** Whether text can be read on what lies under it, by WCAG's formulas. */

/** A colour over another that it lets through; both as `#rrggbb`. */
export function over(colour: string, opacity: number, ground: string): string {
  const [top, bottom] = [channels(colour), channels(ground)];
  const mixed = top.map((value, i) => Math.round(opacity * value + (1 - opacity) * (bottom[i] as number)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** From 1, for equal colours, to 21, for black and white. */
export function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
