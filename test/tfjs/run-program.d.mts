export declare const programs: readonly string[];
export declare function runProgram(name: string, tfjs: string): Promise<unknown>;
