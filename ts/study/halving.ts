/** How settings are chosen step by step. */

/** Settings that are compared with each other, with their part of the epochs. */
export interface Rung {
  /** How many settings take part. */
  readonly settings: number;
  /** Of a setting's epochs one in so many is trained. */
  readonly divisor: number;
}

/** @param factor of successive halving; without one, all settings have all of their epochs at once */
export function rungsOf(settings: number, factor: number | undefined): Rung[] {
  if (factor === undefined) return [{ settings, divisor: 1 }];
  const rungs: Rung[] = [];
  for (let left = settings; left >= 1; left = Math.floor(left / factor)) rungs.push({ settings: left, divisor: 1 });
  return rungs.map((rung, i) => ({ ...rung, divisor: factor ** (rungs.length - 1 - i) }));
}

/** A training's schedule goes by its epochs, so that each rung's training is a whole one. */
export function epochsOnRung(epochs: number, { divisor }: Rung): number {
  return Math.max(1, Math.round(epochs / divisor));
}
