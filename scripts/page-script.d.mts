/** A script as pages hold it, and the hash by which their content policy lets it run. */
export function packPageScript(path: string): Promise<{ readonly text: string; readonly hash: string }>;
