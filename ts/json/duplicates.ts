/** Whether an object anywhere in a valid JSON text has a key twice, of which JSON.parse silently keeps the last. */
export function hasDuplicateKeys(json: string): boolean {
  const open: Set<unknown>[] = [];
  let text = '';
  for (let i = 0; i < json.length; i++) {
    const mark = json[i];
    if (mark === '{') {
      open.push(new Set());
    } else if (mark === '}') {
      open.pop();
    } else if (mark === '"') {
      const start = i++;
      while (json[i] !== '"') i += json[i] === '\\' ? 2 : 1;
      text = json.slice(start, i + 1);
    } else if (mark === ':') {
      const keys = open.at(-1);
      const key: unknown = JSON.parse(text); // with or without escapes, it is one key
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}
