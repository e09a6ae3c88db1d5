/** RESULTS.md. */
import { ratio, spread } from '../harness/statistics.mjs';
import { themes } from '../themes.mjs';
import { goals } from './goals.mjs';

export function markdown(results) {
  const { date, quick, machine, missing } = results;
  const measured = themes.filter((theme) => results.themes[theme.name]);
  return [
    '# Benchmark results',
    `Made by \`npm run bench\`${quick ? ' `-- --quick`: a trial of the bench, not to be quoted' : ''}, ${date.slice(0, 10)}. ` +
      'Contestants take turns, A B C, A B C, and are stopped while it is not their turn. A turn lasts 0.4 s or one ' +
      'run, whichever is longer, and counts as the median of its runs. Tables show the median of the turns, the ' +
      'fastest and the slowest turn, and how many times as long as inkgrad a contestant took: the median of the ' +
      'ratios of turns in the same round. Machines in use by others make times vary by tens of per cent; the ratios ' +
      'hold better.',
    about(machine),
    leftOut(missing),
    results.themes.training ? '![Milliseconds for one epoch](chart.svg)' : '',
    '## Goals',
    table({
      head: ['goal', 'measured', ''],
      align: ['l', 'r', 'l'],
      rows: goals(results).map(({ goal, measured, met }) => [goal, measured, met ? 'met' : '**missed**']),
    }),
    ...measured.flatMap((theme) => section(theme, results.themes[theme.name], results.apart?.[theme.name])),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function about({ processor, cores, vectors, memory, system, load, versions, commit }) {
  const known = Object.entries(versions).filter(([, version]) => version);
  const parts = [
    `${processor}, ${cores} cores${vectors.length ? ` (${vectors.join(', ')})` : ''}, ${memory}, ${system}`,
    `load before the run ${load.toFixed(1)}`,
    `commit ${commit}`,
    known.map(([name, version]) => `${name} ${version}`).join(', '),
  ];
  const busy =
    load > cores ? ' **Others were at work on it when it began: times may be too long, and ratios rough.**' : '';
  return `Machine: ${parts.join('; ')}.${busy}`;
}

function leftOut(missing) {
  return missing.length ? `Left out: ${missing.map(({ label, lack }) => `${label} (${lack})`).join('; ')}.` : '';
}

/** @param {{ date: string, machine: object, missing: object[] }} [apart] the run that a theme was measured in, if by itself */
function section(theme, groups, apart) {
  const tables = theme.tables
    ? theme.tables(groups).map(table)
    : groups.flatMap((group) => [
        `### ${group.title}`,
        table(playersTable(group)),
        ...(group.note ? [group.note] : []),
        ...group.players.flatMap(failure),
      ]);
  const run = apart
    ? [`Measured by itself on ${apart.date.slice(0, 10)}. ${about(apart.machine)}`, leftOut(apart.missing)]
    : [];
  return [`## ${theme.title}`, theme.about, ...run, ...tables];
}

function failure({ label, threads, error }) {
  return error ? [`${label} with ${threads} failed: ${error.trim().split('\n').at(-1)}`] : [];
}

/** The table of contestants that have taken turns. */
function playersTable({ players, scale = 1, flop, samples }) {
  const ours = [1, 2].flatMap(
    (threads) => players.find((one) => one.name === 'inkgrad' && one.threads === threads) ?? [],
  );
  const extra = [
    ...(flop ? [{ title: 'GFLOP/s', of: (ms) => (flop / ms / 1e6).toFixed(1) }] : []),
    ...(samples ? [{ title: 'ns a sample', of: (ms) => ((ms * 1e6) / samples).toFixed(0) }] : []),
  ];
  const against = ours.map((one) => ({
    title: ours.length > 1 ? `against inkgrad, ${one.threads} thread${one.threads > 1 ? 's' : ''}` : 'against inkgrad',
    of: ({ turns }) => times(ratio(turns, one.turns)),
  }));
  return {
    head: ['', 'threads', 'median', 'min – max', ...[...extra, ...against].map(({ title }) => title)],
    align: ['l', ...Array(3 + extra.length + against.length).fill('r')],
    rows: players
      .filter(({ turns }) => turns.some(Boolean))
      .map((player) => {
        const { median, min, max } = spread(player.turns.filter(Boolean));
        return [
          player.name === 'inkgrad' ? `**${player.label}**` : player.label,
          `${player.threads}`,
          figure(median * scale),
          `${figure(min * scale)} – ${figure(max * scale)}`,
          ...extra.map(({ of }) => of(median)),
          ...against.map(({ of }) => of(player)),
        ];
      }),
  };
}

/** Three digits. */
export function figure(number) {
  const digits = number >= 100 ? 0 : number >= 10 ? 1 : 2;
  return number.toFixed(digits);
}

function times(ratios) {
  return ratios ? `${figure(ratios.median)} ×` : '';
}

/** A Markdown table; columns are aligned left unless told otherwise. */
function table({ head, rows, align = head.map(() => 'l') }) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = align.map((side) => (side === 'r' ? '--:' : ':--'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
