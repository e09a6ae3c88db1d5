/**
 * hyparquet and fzstd believe the lengths that a file states, and a damaged one keeps them busy for minutes or fills the
 * memory; and of several columns that fail, one may be awaited by nobody, for which Node ends the process. These are the
 * places, and what is put there when they are bundled (and when their sources are tested).
 */
const bounds = {
  'encoding.js': [
    [
      '  const width = bitWidth + 7 >> 3\n',
      "  if (count < 1 || count > output.length - seen) throw new Error('parquet run is longer than its page')\n",
    ],
    [
      '  let count = header >> 1 << 3 // values to read\n',
      "  if (bitWidth > 32 || count < 8 || count > output.length - seen + 7) throw new Error('parquet run is longer than its page')\n",
      'after',
    ],
  ],
  'column.js': [
    [
      '  return {\n    type,\n    uncompressed_page_size,\n',
      `  const lengths = [uncompressed_page_size, compressed_page_size]
  const counts = [data_page_header, dictionary_page_header, data_page_header_v2].map((page) => page?.num_values ?? 0)
  const within = (most) => (value) => value >= 0 && value <= most
  if (!lengths.every(within(2 ** 28)) || !counts.every(within(2 ** 25))) throw new Error('parquet page is too large')
`,
    ],
  ],
  'index.mjs': [
    [
      '                for (var i = 0; i < ll; ++i) {\n',
      '                if (!(ll + ml <= buf.length - oubt)) err(0); // longer than its block\n',
    ],
  ],
  'rowgroup.js': [
    ['  for (const chunk of groupPlan.chunks) {\n', '    asyncColumns.at(-1)?.data.catch(() => {})\n', 'after'],
    ['  return {\n    groupStart: groupPlan.groupStart,\n', '  asyncColumns.at(-1)?.data.catch(() => {})\n'],
  ],
};

/** Files that are changed. */
export const unbounded = /hyparquet\/src\/(?:encoding|column|rowgroup)\.js$|fzstd\/esm\/index\.mjs$/;

/**
 * @param path of a file of theirs
 * @param code what is in it
 * @throws if it is another version's, of which nobody has looked for such places
 */
export function boundParquet(path, code) {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return bounds[file].reduce((changed, [line, check, place]) => {
    if (!changed.includes(line)) throw new Error(`${path}: has no line ${line.trim()}; look where it trusts lengths`);
    return changed.replaceAll(line, place === 'after' ? line + check : check + line);
  }, code);
}
