import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/callbacks/backup/folder.ts
var pattern = /^checkpoint-(\d{6,15})\.safetensors$/;
var KEPT = 2;
var BackupFolder = class {
  static {
    __name(this, "BackupFolder");
  }
  #files;
  #path;
  constructor(files, path) {
    this.#files = files;
    this.#path = path;
  }
  /**
   * The newest state that is whole.
   * @param tell hears of those that are not
   * @throws FormatError if there are states and none is
   */
  async read(decode, tell) {
    const damaged = [];
    for (const number of (await this.#numbers()).reverse()) {
      const path = this.#file(number);
      const bytes = await this.#files.read(path);
      if (!bytes) continue;
      try {
        return await decode(bytes, path);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        damaged.push(error);
        tell(`${error.message}; the checkpoint before it is taken, if there is one`);
      }
    }
    if (damaged[0]) throw damaged[0];
    return void 0;
  }
  /** @throws FileError */
  async write(bytes) {
    const numbers = await this.#numbers();
    await this.#files.write(this.#file((numbers.at(-1) ?? 0) + 1), bytes);
    for (const number of numbers.slice(0, Math.max(0, numbers.length + 1 - KEPT))) {
      await this.#files.remove(this.#file(number));
    }
  }
  /** Removes all states, and the folder if nothing else is in it. @throws FileError */
  async clear() {
    for (const number of await this.#numbers()) await this.#files.remove(this.#file(number));
    await this.#files.removeFolder(this.#path);
  }
  /** The numbers of the states, in order. What writers that were killed have left is removed. */
  async #numbers() {
    await this.#files.sweep(this.#path);
    const entries = await this.#files.list(this.#path);
    if (entries === void 0 || entries === "file") return [];
    return entries.flatMap(({ name, kind }) => kind === "file" ? [pattern.exec(name)?.[1]] : []).flatMap((number) => number === void 0 ? [] : [Number(number)]).sort((a, b) => a - b);
  }
  #file(number) {
    return this.#files.beside(`${this.#path}/.`, `checkpoint-${String(number).padStart(6, "0")}.safetensors`);
  }
};

export {
  BackupFolder
};
//# sourceMappingURL=chunk-PQM74CXD.js.map