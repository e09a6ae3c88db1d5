export function stops(
  count: number,
  tell?: (line: string) => void,
  seed?: number,
): Promise<{ readonly stops: number; readonly kills: number; readonly differences: readonly string[] }>;
