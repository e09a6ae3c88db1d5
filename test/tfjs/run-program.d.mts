export declare const programs: readonly string[];
export declare function runProgram(path: string, tfjs: string): Promise<unknown>;
