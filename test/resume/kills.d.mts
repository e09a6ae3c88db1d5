export function kills(
  count: number,
  tell?: (line: string) => void,
  seed?: number,
): Promise<{ readonly kills: number; readonly halves: number; readonly faults: readonly string[] }>;
