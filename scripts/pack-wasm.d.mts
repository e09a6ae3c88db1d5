type Build = readonly [name: string, bytes: Buffer];

export function readWasm(folder: string, names: readonly string[]): Build[];
export function packBuilds(builds: readonly Build[]): Buffer;
