import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/node/temporary.ts
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { basename, join } from "node:path";
var inUse = /* @__PURE__ */ new Set();
function temporaryIn(folder) {
  if (inUse.size === 0) process.once("exit", removeAll);
  const path = join(folder, `.inkgrad-${process.pid}-${randomBytes(4).toString("hex")}`);
  inUse.add(path);
  return path;
}
__name(temporaryIn, "temporaryIn");
function release(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
  }
  inUse.delete(path);
  if (inUse.size === 0) process.removeListener("exit", removeAll);
}
__name(release, "release");
function isLeftover(name) {
  const [, pid] = /^\.inkgrad-(\d+)-[0-9a-f]{8}$/.exec(name) ?? [];
  if (pid === void 0) return false;
  if (Number(pid) === process.pid) return ![...inUse].some((path) => basename(path) === name);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
__name(isLeftover, "isLeftover");
function removeAll() {
  for (const path of inUse) rmSync(path, { recursive: true, force: true });
}
__name(removeAll, "removeAll");

// ts/node/write-file.ts
import { chmod, chown, constants, lstat, mkdir, open, readlink, rename, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
var mostLinks = 40;
async function writeWhole(path, bytes) {
  await mkdir(dirname(path), { recursive: true });
  const present = await stat(path).catch(undefinedIfMissing);
  if (present && (!present.isFile() || /^\/(dev|proc)\//.test(path))) {
    await writeFile(path, bytes, { flag: constants.O_WRONLY });
    return;
  }
  if (present) await (await open(path, "r+")).close();
  const target = await followLinks(path);
  const folder = dirname(target);
  const temporary = temporaryIn(folder);
  try {
    await writeSynced(temporary, bytes, present ? 384 : 438);
    if (present) {
      await chown(temporary, present.uid, present.gid).catch(() => {
      });
      await chmod(temporary, present.mode & 4095);
    }
    await rename(temporary, target);
  } finally {
    release(temporary);
  }
  await syncFolder(folder);
}
__name(writeWhole, "writeWhole");
async function writeSynced(path, bytes, mode = 438) {
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
__name(writeSynced, "writeSynced");
async function syncFolder(folder) {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
  }
}
__name(syncFolder, "syncFolder");
async function followLinks(path) {
  let target = path;
  for (let links = 0; links < mostLinks; links++) {
    const found = await lstat(target).catch(undefinedIfMissing);
    if (!found?.isSymbolicLink()) return target;
    target = resolve(dirname(target), await readlink(target));
  }
  throw new Error(`more than ${mostLinks} links in a row`);
}
__name(followLinks, "followLinks");
function undefinedIfMissing(error) {
  if (error.code !== "ENOENT") throw error;
}
__name(undefinedIfMissing, "undefinedIfMissing");

export {
  temporaryIn,
  release,
  isLeftover,
  writeWhole,
  writeSynced,
  syncFolder
};
//# sourceMappingURL=chunk-G2PVEI2W.js.map