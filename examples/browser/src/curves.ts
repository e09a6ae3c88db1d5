/** Loss and accuracy as they change, on images for training and for testing. */

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { byId, colour, onSchemeChange, setText } from './dom.ts';
import { percent } from './format.ts';
import type { Exam, Progress } from './session.ts';

/** Milliseconds between redraws: a chart takes a few of them, and nobody reads faster. */
const interval = 150;
/** Accuracy that the axis begins at, as long as none is less. */
const mostLeast = 0.95;
/** Points that a chart shows of training; of more, every second one is let go. */
const mostPoints = 1_000;

type Figure = 'loss' | 'accuracy';

interface Row {
  readonly epochs: number;
  readonly train?: Readonly<Record<Figure, number>>;
  readonly test?: Readonly<Record<Figure, number>>;
}

export class Curves {
  readonly #charts: readonly Chart[] = [new Chart('accuracy'), new Chart('loss')];
  #rows: Row[] = [];
  #epochs = 10;
  #drawn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    onSchemeChange(() => this.#draw());
  }

  /** How far to the right it will go. */
  set epochs(epochs: number) {
    this.#epochs = Math.max(epochs, 1);
    this.#changed();
  }

  addProgress({ epochs, loss, accuracy }: Progress): void {
    this.#rows.push({ epochs, train: { loss, accuracy } });
    if (this.#rows.length > mostPoints) this.#rows = this.#rows.filter(({ test }, i) => test || i % 2 === 0);
    this.#changed();
  }

  /** The exam before a training begins new curves; any other belongs to the end of an epoch, which was reported. */
  addExam({ epochs, loss, accuracy }: Exam): void {
    if (epochs === 0) this.#rows = [];
    else this.#rows.push({ ...(this.#rows.pop() as Row), epochs, test: { loss, accuracy } });
    this.#changed();
  }

  #changed(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#drawn + interval - performance.now());
    this.#timer = setTimeout(() => requestAnimationFrame(() => this.#draw()), wait);
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#drawn = performance.now();
    for (const chart of this.#charts) chart.draw(this.#rows, this.#epochs);
  }
}

class Chart {
  readonly #figure: Figure;
  readonly #box: HTMLElement;
  readonly #plot: uPlot;
  #epochs = 10;
  #least = mostLeast;

  constructor(figure: Figure) {
    this.#figure = figure;
    this.#box = byId(`${figure}-chart`, HTMLElement);
    this.#plot = new uPlot(this.#options(), [[], [], []], this.#box);
    new ResizeObserver(() => this.#plot.setSize(this.#size())).observe(this.#box);
  }

  draw(rows: readonly Row[], epochs: number): void {
    const figure = this.#figure;
    const [train, test] = [
      rows.map((row) => row.train?.[figure] ?? null),
      rows.map((row) => row.test?.[figure] ?? null),
    ];
    this.#epochs = epochs;
    this.#least = leastShown(rows);
    this.#plot.setData([rows.map((row) => row.epochs), train, test]);
    this.#tell(train.findLast(isNumber), test.findLast(isNumber));
  }

  #tell(train: number | null | undefined, test: number | null | undefined): void {
    const say = (value: number | null | undefined) =>
      value === null || value === undefined ? '–' : this.#figure === 'loss' ? value.toFixed(3) : percent(value);
    setText(byId(`${this.#figure}-train`, HTMLElement), say(train));
    setText(byId(`${this.#figure}-test`, HTMLElement), say(test));
  }

  #size() {
    return { width: this.#box.clientWidth, height: this.#box.clientHeight };
  }

  #options(): uPlot.Options {
    const isLoss = this.#figure === 'loss';
    const axis: uPlot.Axis = {
      stroke: () => colour('--muted'),
      grid: { stroke: () => colour('--rule'), width: 1 },
      ticks: { show: false },
      font: '12px system-ui, sans-serif',
      gap: 4,
    };
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 8, 0, 0],
      scales: {
        x: { time: false, range: () => [0, this.#epochs] },
        y: isLoss
          ? {
              distr: 3,
              range: (_, min, max) => [roundDown(Math.min(min || 0.1, 0.1)), Math.max(max || 1, 1)],
            }
          : { range: () => [this.#least, 1] },
      },
      axes: [
        { ...axis, size: 26, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
        {
          ...axis,
          ...(isLoss && { grid: { ...axis.grid, filter: (_, values) => values.map(roundOrNull) } }),
          size: 46,
          values: (_, values) =>
            values.map((value) => (value === null ? '' : isLoss ? String(value) : `${+(100 * value).toFixed(1)} %`)),
        },
      ],
      series: [
        {},
        { stroke: () => colour('--faint'), width: 1.5, points: { show: false }, spanGaps: true },
        {
          stroke: () => colour('--accent'),
          width: 2,
          points: { show: true, size: 6, fill: () => colour('--accent') },
          spanGaps: true,
        },
      ],
    };
  }
}

/** The least accuracy on the axis: what was before the network knew anything may lie below. */
function leastShown(rows: readonly Row[]): number {
  const later = rows.filter(({ epochs }) => epochs >= 0.3).flatMap(({ train, test }) => [train, test]);
  const least = later.reduce((least, scores) => Math.min(least, scores?.accuracy ?? 1), mostLeast);
  return Math.max(0, Math.floor(20 * least) / 20);
}

/** To 1, 2 or 5 times a power of ten. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2].find((first) => first * power <= value) ?? 1) * power;
}

/** Of the many lines of a logarithmic scale, those that are round. */
function roundOrNull(value: number): number | null {
  return Math.abs(roundDown(value * 1.001) - value) < 0.01 * value ? value : null;
}

function isNumber(value: number | null): value is number {
  return value !== null;
}
