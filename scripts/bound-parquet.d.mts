/** Files of hyparquet that are changed. */
export const unbounded: RegExp;
/** The code with bounds where it trusts a file's lengths. */
export function boundParquet(path: string, code: string): string;
