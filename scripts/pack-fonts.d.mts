export function packFont(file: string): object;
