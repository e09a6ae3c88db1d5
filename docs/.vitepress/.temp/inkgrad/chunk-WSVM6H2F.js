import {
  isLeftover,
  release,
  writeWhole
} from "./chunk-G2PVEI2W.js";
import {
  FileError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/node/files.ts
import { realpathSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, rm, rmdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
var nodeFiles = {
  async read(path) {
    try {
      const { buffer, byteOffset, byteLength } = await readFile(path);
      return new Uint8Array(buffer, byteOffset, byteLength);
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return void 0;
      throw new FileError(`${path}: cannot be read (${error.message})`, { cause: error });
    }
  },
  beside(path, name) {
    return join(dirname(typeof path === "string" ? path : fileURLToPath(path)), name);
  },
  async list(path) {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return await Promise.all(entries.map((entry) => entryOf(path, entry)));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return void 0;
      if (codeOf(error) === "ENOTDIR") {
        const found = await stat(path).catch(() => void 0);
        if (!found || found.isFile()) return found && "file";
        throw new FileError(`${path}: is neither a file nor a folder`);
      }
      throw new FileError(`${path}: cannot be listed (${error.message})`, { cause: error });
    }
  },
  async write(path, bytes) {
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) throw new FileError(`${path}: expected a path of a file, got an address`);
    try {
      await writeWhole(path, bytes);
    } catch (error) {
      throw new FileError(`${path}: cannot be written (${error.message})`, { cause: error });
    }
  },
  async append(path, bytes) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, bytes);
    } catch (error) {
      throw new FileError(`${path}: cannot be added to (${error.message})`, { cause: error });
    }
  },
  async remove(path) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      throw new FileError(`${path}: cannot be removed (${error.message})`, { cause: error });
    }
  },
  async removeFolder(path) {
    await rmdir(path).catch(() => {
    });
  },
  async sweep(path) {
    const names = await readdir(path).catch(() => []);
    for (const name of names.filter(isLeftover)) release(join(path, name));
  },
  packageFolder(name) {
    for (const from of [join(process.cwd(), "index.js"), realpathOf(process.argv[1])]) {
      if (from === void 0) continue;
      try {
        return dirname(createRequire(from).resolve(`${name}/package.json`));
      } catch {
      }
    }
    return void 0;
  },
  get cacheFolder() {
    return join(cacheHome(), "inkgrad");
  }
};
function realpathOf(path) {
  try {
    return path === void 0 ? void 0 : realpathSync(path);
  } catch {
    return void 0;
  }
}
__name(realpathOf, "realpathOf");
async function entryOf(folder, entry) {
  const found = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => void 0) : entry;
  const kind = found?.isFile() ? "file" : found?.isDirectory() ? "folder" : "other";
  return { name: entry.name, kind };
}
__name(entryOf, "entryOf");
function cacheHome() {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: localAppData } = process.env;
  if (xdg && isAbsolute(xdg)) return xdg;
  const home = homeFolder();
  if (home === void 0) return tmpdir();
  if (process.platform === "win32") return localAppData ?? join(home, "AppData", "Local");
  return process.platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}
__name(cacheHome, "cacheHome");
function homeFolder() {
  try {
    return homedir() || void 0;
  } catch {
    return void 0;
  }
}
__name(homeFolder, "homeFolder");
function codeOf(error) {
  return error.code;
}
__name(codeOf, "codeOf");

export {
  nodeFiles
};
//# sourceMappingURL=chunk-WSVM6H2F.js.map