/** How a standalone module reads the rows that it is given, in JavaScript; `f` is Math.fround. */

/** @param inputs numbers of a row */
export const rowsCode = (inputs: number): string => `const inputs = ${inputs};
const isList = (value) => typeof value === 'object' && value !== null && Number.isInteger(value.length);
const said = (value) => {
  if (isList(value)) return \`a list of \${value.length}\`;
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'bigint') return \`\${value}n\`;
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value ? 'an object' : String(value);
};
const numberOf = (value, place) => {
  if (typeof value === 'number' && Number.isFinite(f(value))) return value;
  throw new TypeError(\`\${place()}: expected a finite 32-bit number, got \${said(value)}\`);
};
/** The numbers of a row, which may have axes. */
const numbersOf = (row, place) =>
  Array.from(row, (value, i) => {
    const at = () => \`\${place()}[\${i}]\`;
    return isList(value) ? numbersOf(value, at) : numberOf(value, at);
  }).flat();
const rowOf = (row, i) => {
  const expected = \`rows[\${i}]: expected \${inputs} numbers\`;
  if (!isList(row)) throw new TypeError(\`\${expected}, got \${said(row)}\`);
  const numbers = numbersOf(row, () => \`rows[\${i}]\`);
  if (numbers.length !== inputs) throw new RangeError(\`\${expected}, got \${numbers.length}\`);
  return Float32Array.from(numbers);
};
const rowsOf = (rows) => {
  if (!isList(rows)) throw new TypeError(\`rows: expected rows of \${inputs} numbers, got \${said(rows)}\`);
  if (isList(rows[0])) return Array.from(rows, rowOf);
  const x = Float32Array.from(rows, (value, i) => numberOf(value, () => \`rows[\${i}]\`));
  if (x.length === 0 || x.length % inputs !== 0) {
    throw new RangeError(\`rows: expected \${inputs} numbers in each, got \${x.length} in all\`);
  }
  return Array.from({ length: x.length / inputs }, (_, i) => x.slice(i * inputs, (i + 1) * inputs));
};`;
