import {
  isLeftover,
  release,
  syncFolder,
  temporaryIn,
  writeSynced
} from "./chunk-G2PVEI2W.js";
import {
  Buffer
} from "./chunk-HLGL5JCD.js";
import {
  FileError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/node/replace.ts
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
var pending = ".inkgrad-new";
var contents = "contents.json";
async function replaceFiles(folder, files, names) {
  settle(folder, names);
  checkPlaces(folder, names);
  const temporary = temporaryIn(folder);
  try {
    await mkdir(temporary);
    const written = Array.from(files, async ([name, bytes]) => {
      await mkdir(dirname(join(temporary, name)), { recursive: true });
      await writeSynced(join(temporary, name), bytes);
    });
    const failed = (await Promise.allSettled(written)).find((outcome) => outcome.status === "rejected");
    if (failed) throw failed.reason;
    await writeSynced(join(temporary, contents), Buffer.from(JSON.stringify([...files.keys()])));
    await syncFolder(temporary);
    settle(folder, names);
    renameSync(temporary, join(folder, pending));
    settle(folder, names);
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    release(temporary);
  }
  await syncFolder(folder);
}
__name(replaceFiles, "replaceFiles");
function settle(folder, names) {
  try {
    for (const entry of readdirSync(folder)) {
      if (entry === pending) putInPlace(folder, names);
      else if (isLeftover(entry)) release(join(folder, entry));
    }
  } catch (error) {
    if (isMissing(error)) return;
    throw unwritable(folder, error);
  }
}
__name(settle, "settle");
function putInPlace(folder, names) {
  const from = join(folder, pending);
  const listed = JSON.parse(readFileSync(join(from, contents), "utf8"));
  if (!Array.isArray(listed)) throw new FileError(`${join(from, contents)}: expected a list of files`);
  checkPlaces(folder, names);
  const put = listed.filter((name) => names.includes(name));
  for (const name of names.filter((name2) => !put.includes(name2))) rmSync(join(folder, name), { force: true });
  for (const name of put) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    unlessMissing(() => renameSync(join(from, name), join(folder, name)));
  }
  rmSync(from, { recursive: true, force: true });
  for (const part of foldersOf(names)) {
    try {
      rmdirSync(join(folder, part));
    } catch {
    }
  }
}
__name(putInPlace, "putInPlace");
function checkPlaces(folder, names) {
  for (const name of names) {
    const found = statusOf(join(folder, name));
    if (found?.isDirectory()) throw new FileError(`${join(folder, name)}: a folder is where a file would go`);
  }
  for (const part of foldersOf(names)) {
    const found = statusOf(join(folder, part));
    if (found && !found.isDirectory()) {
      throw new FileError(`${join(folder, part)}: a ${found.isFile() ? "file" : "link"} is where a folder would go`);
    }
  }
}
__name(checkPlaces, "checkPlaces");
function foldersOf(names) {
  return new Set(names.map((name) => dirname(name)).filter((part) => part !== "."));
}
__name(foldersOf, "foldersOf");
function statusOf(path) {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isMissing(error) || error.code === "ENOTDIR") return void 0;
    throw error;
  }
}
__name(statusOf, "statusOf");
function unlessMissing(work) {
  try {
    work();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
__name(unlessMissing, "unlessMissing");
function isMissing(error) {
  return error.code === "ENOENT";
}
__name(isMissing, "isMissing");
function unwritable(folder, error) {
  if (error instanceof FileError) return error;
  return new FileError(`${folder}: cannot be written to (${error.message})`, { cause: error });
}
__name(unwritable, "unwritable");

export {
  replaceFiles,
  settle,
  checkPlaces
};
//# sourceMappingURL=chunk-TB6CZO26.js.map