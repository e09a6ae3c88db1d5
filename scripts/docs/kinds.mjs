/** The page of all kinds, from the code itself: names and defaults as they run, words as they stand in the sources. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from '../setup/paths.mjs';

/** The lists, in the page's order, with what stands above each. */
export const rooms = [
  ['layers', 'Layers', 'In `sequential({ layers: [...] })`.'],
  ['activations', 'Activations', "As `activation: 'relu'` of a layer."],
  ['initializers', 'Initializers', "As `kernelInitializer: 'heNormal'` of a layer."],
  ['regularizers', 'Regularizers', 'As `kernelRegularizer`, `biasRegularizer` or `activityRegularizer` of a layer.'],
  ['constraints', 'Constraints', 'As `kernelConstraint` or `biasConstraint` of a layer.'],
  ['optimizers', 'Optimizers', "In `compile({ optimizer: 'adam' })`."],
  ['schedules', 'Schedules', 'As the `learningRate` of an optimizer.'],
  ['losses', 'Losses', "In `compile({ loss: 'categoricalCrossentropy' })`."],
  ['metrics', 'Metrics', "In `compile({ metrics: ['accuracy'] })`."],
  ['callbacks', 'Callbacks', 'In `fit(x, y, { callbacks: [...] })`.'],
];

/** The page's text. */
export async function describeKinds() {
  const inkgrad = await import(pathToFileURL(join(root, 'dist/node.js')).href);
  const program = ts.createProgram([join(root, 'ts/index.ts')], { ...compilerOptions(), noEmit: true });
  const checker = program.getTypeChecker();
  const door = checker.getSymbolAtLocation(program.getSourceFile(join(root, 'ts/index.ts')));
  const exported = new Map(checker.getExportsOfModule(door).map((symbol) => [symbol.name, symbol]));
  const sections = rooms.map(([name, title, where]) => {
    const alias = exported.get(name);
    const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
    const kinds = checker.getTypeOfSymbol(symbol).getProperties();
    const parts = kinds.map((kind) => describeKind(checker, name, kind, inkgrad[name][kind.name]));
    return `## ${title}\n\n${where}\n\n${parts.join('\n\n')}`;
  });
  return `---\noutline: [2, 3]\n---\n\n# All kinds\n\n${introduction}\n\n${sections.join('\n\n')}\n`;
}

const introduction = `Everything that goes by a name, with its options and their defaults. This page is made from the code.

A kind may be written by its name (\`'heNormal'\`, \`'he_normal'\` and \`'HeNormal'\` are one), by its function
(\`initializers.heNormal()\`), or as the JSON that the function makes. The first option of many may stand alone:
\`layers.dropout(0.2)\`. Names, defaults and formulas are Keras 3's unless it says otherwise.`;

function compilerOptions() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}

function describeKind(checker, room, symbol, kind) {
  const options = optionsOf(checker, symbol);
  const rows = options.map((option) => {
    const field = kind.fields?.[option.name];
    const words = wordsOf(checker, option).replaceAll('|', '\\|');
    if (!field) return `| \`${option.name}\` | ${words} |`;
    const initial = / ?Default: (?:[^.]|\.\d)*\.$/; // it has a column of its own
    const rest = field.initial === undefined ? words : words.replace(initial, '');
    return `| \`${option.name}\` | ${initialOf(field, option)} | ${rest} |`;
  });
  const names = kind.aliases?.length ? `\n\nAlso ${kind.aliases.map((alias) => `\`'${alias}'\``).join(', ')}.` : '';
  const hasDefaults = kind.fields !== undefined;
  const table = hasDefaults
    ? ['| option | default | what it is |', '|---|---|---|', ...rows]
    : ['| option | what it is |', '|---|---|', ...rows];
  return [
    `### ${symbol.name} {#${room}-${symbol.name}}`,
    `${wordsOf(checker, symbol)}${names}`,
    rows.length ? foldedTable(table, rows.length) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Optimizers have a dozen options in common: their tables are folded. */
function foldedTable(lines, rows) {
  const table = lines.join('\n');
  return rows > 8 ? `<details><summary>${rows} options</summary>\n\n${table}\n\n</details>` : table;
}

/** What a kind's function takes, whichever parameter has them. */
function optionsOf(checker, symbol) {
  const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
  return (signature?.getParameters() ?? []).flatMap((parameter) => {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
    const isOptions = type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection);
    return isOptions && type.getCallSignatures().length === 0 ? type.getProperties() : [];
  });
}

function wordsOf(checker, symbol) {
  let comments = symbol.getDocumentationComment(checker);
  const [declaration] = symbol.declarations ?? [];
  if (comments.length === 0 && declaration && ts.isShorthandPropertyAssignment(declaration)) {
    comments = checker.getShorthandAssignmentValueSymbol(declaration)?.getDocumentationComment(checker) ?? [];
  }
  return ts
    .displayPartsToString(comments)
    .replace(/\s+/g, ' ')
    .replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'));
}

function initialOf({ initial }, option) {
  if (initial === undefined) return option.flags & ts.SymbolFlags.Optional ? '' : 'required';
  return `\`${JSON.stringify(initial)?.replaceAll('|', '\\|') ?? String(initial)}\``;
}
