/** Cells of a page that share their variables, as a notebook's do. */

/** What a cell shows: lines of text, and pictures as SVG or HTML. */
export interface Shown {
  readonly kind: 'text' | 'figure';
  readonly content: string;
}

export interface Cell {
  readonly code: () => string;
  /** Runs it; called in the page's order. */
  readonly run: () => Promise<boolean>;
  ran: boolean;
}

const cells = new Map<Element, Cell>();
let scope: Record<string, unknown> = {};

export function addCell(element: Element, cell: Cell): void {
  cells.set(element, cell);
}

/** When the last cell of a page has gone, so have its variables. */
export function removeCell(element: Element): void {
  cells.delete(element);
  if (cells.size === 0) scope = {};
}

/** Runs a cell, and before it those above it that have not run yet. */
export async function runThrough(element: Element): Promise<void> {
  const inOrder = [...cells].sort(([a], [b]) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  for (const [each, cell] of inOrder) {
    if (each === element || !cell.ran) {
      cell.ran = await cell.run();
      if (!cell.ran) return;
    }
    if (each === element) return;
  }
}

type Modules = (name: string) => Promise<unknown>;

// biome-ignore lint/complexity/useArrowFunction: arrow functions have no constructor
const AsyncFunction = async function () {}.constructor as FunctionConstructor;

/** Runs a cell's text. Its top-level names are there for the cells after it. */
export async function evaluate(code: string, load: Modules, show: (shown: Shown) => void): Promise<void> {
  const own = declaredNames(code);
  const others = Object.keys(scope).filter((name) => !own.includes(name));
  const body = `const { ${others.join(', ')} } = scope;\n${withoutImports(code)}\nObject.assign(scope, { ${own.join(', ')} });`;
  const log = (...values: unknown[]) => show({ kind: 'text', content: values.map(textOf).join(' ') });
  const display = (content: string) => show({ kind: 'figure', content });
  const run = new AsyncFunction('scope', 'load', 'console', 'display', body);
  await run(scope, load, { ...console, log }, display);
}

/** `import { a as b } from 'inkgrad'` by a function. */
function withoutImports(code: string): string {
  return code.replace(
    /^import\s*\{([^}]*)\}\s*from\s*(['"][^'"]+['"]);?/gm,
    (_, names: string, module: string) => `const {${names.replaceAll(' as ', ': ')}} = await load(${module});`,
  );
}

/** The names that a text declares at the beginning of a line. */
function declaredNames(code: string): string[] {
  const names = new Set<string>();
  const pattern =
    /^(?:(?:const|let|var)\s+(?:\{([^}]*)\}|\[([^\]]*)\]|(\w+))|(?:async\s+)?function\*?\s+(\w+)|class\s+(\w+)|import\s*\{([^}]*)\})/gm;
  for (const [, object, array, ...single] of code.matchAll(pattern)) {
    const list = [object, array, ...single].filter((text) => text !== undefined).join(',');
    for (const part of list.split(',')) {
      const name = part
        .replace(/=.*/s, '')
        .split(/:| as /)
        .at(-1)
        ?.trim();
      if (name) names.add(name);
    }
  }
  return [...names];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (ArrayBuffer.isView(value)) {
    const numbers = Array.from(value as Float32Array);
    const first = numbers.slice(0, 8).map((number) => +number.toPrecision(6));
    return `${value.constructor.name}(${numbers.length}) [${first.join(', ')}${numbers.length > 8 ? ', …' : ''}]`;
  }
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Object.hasOwn(Object.getPrototypeOf(value) ?? {}, 'toString')) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${name}: ${textOf(field)}`)
    .join(', ')} }`;
}
