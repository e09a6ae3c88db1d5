/** Reports of trained models as people get them: in a folder, in a browser, on a phone, in the dark. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { decode } from 'fast-png';
import { FileError, OptionError } from 'inkgrad';
import { type Run, report, writeReport } from 'inkgrad/report';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium, skipsWithoutChromium } from '../platform/chromium.ts';
import { TestServer } from '../platform/server.ts';
import { golden, goldenRun, trainedRun } from './runs.ts';

const tasks = ['binary', 'multiclass'] as const;
type Task = (typeof tasks)[number];

const common = ['accuracy', 'calibration', 'confused-pairs', 'confusion', 'confusion-normalized', 'loss', 'samples'];
const names: Record<Task, string[]> = {
  binary: [...common, 'roc', 'timings', 'weights', 'worst-mistakes'],
  multiclass: [...common, 'timings', 'weights', 'worst-mistakes'],
};

let folder: string;
const runs = {} as Record<Task, Run>;
const file = (task: Task) => join(folder, task, 'report.html');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-report-'));
  for (const task of tasks) {
    runs[task] = await trainedRun(task, task === 'binary' ? 12 : 3);
    await writeReport(join(folder, task), runs[task]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(tasks)('a folder with the %s report', (task) => {
  test('holds the page and each figure as SVG and PNG, and nothing else', () => {
    expect(readdirSync(join(folder, task)).sort()).toEqual(['figures', 'report.html']);
    const files = names[task].flatMap((name) => [`${name}.png`, `${name}.svg`]);
    expect(readdirSync(join(folder, task, 'figures')).sort()).toEqual(files.sort());
    expect(readFileSync(file(task), 'utf8')).toBe(report(runs[task]));
    expect(statSync(file(task)).size).toBeLessThan(2_000_000);
  });

  test.each(names[task])('%s is drawn twice its size, in more than one colour', (name) => {
    const path = join(folder, task, 'figures', name);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(readFileSync(`${path}.svg`, 'utf8')) ?? [];
    const png = decode(readFileSync(`${path}.png`));
    expect([png.width, png.height]).toEqual([2 * Number(width), 2 * Number(height)]);
    expect(new Set(png.data).size).toBeGreaterThan(20);
  });
});

test('the text of a PNG is there: without its letters the picture is another', async () => {
  const [label, blank] = ['Epoch', '     '];
  const target = join(folder, 'letters');
  const html = (names: string[]) => ({ ...goldenRun(golden.binary), classNames: names });
  await writeReport(target, html([label, 'b']));
  const lettered = readFileSync(join(target, 'figures', 'confusion.png'));
  await writeReport(target, html([blank, 'b']));
  expect(readFileSync(join(target, 'figures', 'confusion.png')).equals(lettered)).toBe(false);
});

test('an earlier report is replaced as a whole, other files stay', async () => {
  const target = join(folder, 'again');
  await writeReport(target, runs.binary);
  writeFileSync(join(target, 'model.safetensors'), 'mine');
  await writeReport(target, goldenRun(golden.multiclass));
  expect(readdirSync(target).sort()).toEqual(['figures', 'model.safetensors', 'report.html']);
  expect(readdirSync(join(target, 'figures'))).not.toContain('roc.svg');
  expect(readFileSync(join(target, 'model.safetensors'), 'utf8')).toBe('mine');
});

test('wrong input leaves the earlier report and no half-written one', async () => {
  const target = join(folder, 'kept');
  await writeReport(target, goldenRun(golden.binary));
  const before = readFileSync(join(target, 'report.html'));
  await expect(writeReport(target, { ...runs.binary, classNames: ['one'] })).rejects.toThrow(OptionError);
  expect(readdirSync(target).sort()).toEqual(['figures', 'report.html']);
  expect(readFileSync(join(target, 'report.html')).equals(before)).toBe(true);
});

test('a folder that cannot be made is a FileError', async () => {
  const occupied = join(folder, 'occupied');
  writeFileSync(occupied, '');
  await expect(writeReport(join(occupied, 'run'), goldenRun(golden.binary))).rejects.toThrow(FileError);
});

const skipped = skipsWithoutChromium('the tests of reports in Chromium');

const views = tasks.flatMap((task) =>
  [1280, 390].flatMap((width) => (['light', 'dark'] as const).map((scheme) => [task, width, scheme] as const)),
);

describe.skipIf(skipped)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  /** A report in a view, and what the page has asked of the network and said. */
  async function open(address: string, width: number, colorScheme: 'light' | 'dark', more: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, ...more });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const [asked, said]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(address);
    return { page, asked: asked.filter((url) => !url.startsWith('data:')), said };
  }

  describe.each(views)('%s, %i pixels wide, %s', (task, width, scheme) => {
    const address = () => pathToFileURL(file(task)).href;

    test('asks for nothing, says nothing, and fits', async () => {
      const { page, asked, said } = await open(address(), width, scheme);
      expect(asked).toEqual([address()]);
      expect(said).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await overlaps(page)).toEqual([]);
    });

    test('is accessible, with all of it open', async () => {
      const { page } = await open(address(), width, scheme);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      const check = async () => {
        const results = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
        expect(results.violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html])).toEqual([]);
        return results.passes.length;
      };
      expect(await check()).toBeGreaterThan(20);
      for (const enlarge of ['#figure-loss .enlarge', '.mistakes .digit']) {
        await page.locator(enlarge).first().click();
        await check();
        await page.keyboard.press('Escape');
      }
    });

    test('cuts no table but those of the counts, which may be wide', async () => {
      const { page } = await open(address(), width, scheme);
      const cut = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.scroll:has(table)'), (scroll) => ({
          label: scroll.ariaLabel,
          inDetails: scroll.closest('details') !== null,
          cut: scroll.scrollWidth > scroll.clientWidth,
        })).filter(({ cut, inDetails }) => cut && !inDetails),
      );
      expect(cut).toEqual([]);
    });

    test('has numbers in the matrix that can be read', async () => {
      const { page } = await open(address(), width, scheme);
      const sizes = await page.evaluate(() =>
        Array.from(document.querySelectorAll('#figure-confusion svg, #figure-confusion-normalized svg'), (svg) => {
          const scale = svg.getBoundingClientRect().width / 480;
          return Array.from(
            svg.querySelectorAll('text'),
            (text) => scale * Number.parseFloat(getComputedStyle(text).fontSize),
          );
        }).flat(),
      );
      expect(sizes.length).toBeGreaterThan(8);
      expect(Math.min(...sizes)).toBeGreaterThan(9.8);
    });
  });

  describe('sifts the mistakes', () => {
    const counts = golden.multiclass.counts;
    const wrong = counts.map((row, i) => row.reduce((sum, count, j) => sum + (i === j ? 0 : count), 0));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    let address: string;
    beforeAll(async () => {
      const epoch = Array.from({ length: 40 }, (_, i) => i);
      const run: Run = {
        ...goldenRun(golden.multiclass),
        history: { epoch, history: { loss: epoch.map((i) => 1 / (1 + i)) } },
        images: { data: new Uint8Array(600 * 16).fill(255), shape: [600, 16] },
      };
      await writeReport(join(folder, 'long'), run);
      address = pathToFileURL(join(folder, 'long', 'report.html')).href;
    });
    const shown = (page: Page) =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLElement>('.mistakes > li'))
          .filter((item) => item.getBoundingClientRect().height > 0)
          .map(({ dataset }) => `${dataset.label} as ${dataset.prediction}`),
      );
    const told = (page: Page) => page.locator('.filter output').textContent();

    test('by true class, by prediction, and back', async () => {
      const { page, said } = await open(address, 1280, 'light');
      expect(await shown(page)).toHaveLength(sum(wrong));
      const [label, prediction, all] = [
        page.getByRole('combobox', { name: 'True class' }),
        page.getByRole('combobox', { name: 'taken for' }),
        page.getByRole('button', { name: 'Show all' }),
      ];
      await label.selectOption('5');
      expect(await shown(page)).toHaveLength(wrong[5] as number);
      const [[taken = 0, count = 0] = []] = Array.from((counts[5] as number[]).entries())
        .filter(([id]) => id !== 5)
        .sort(([, a], [, b]) => b - a);
      await prediction.selectOption(`${taken}`);
      expect(await shown(page)).toEqual(Array(count).fill(`5 as ${taken}`));
      expect(await told(page)).toBe(`${count} ${count === 1 ? 'mistake' : 'mistakes'}`);
      await all.click();
      expect(await shown(page)).toHaveLength(sum(wrong));
      expect(await all.isDisabled()).toBe(true);
      expect(said).toEqual([]);
    });

    test('by a click in the matrix, and tells what is under the pointer', async () => {
      const { page } = await open(address, 1280, 'light');
      const spot = page.locator('#figure-confusion .spot[data-label]').first();
      const { label, prediction } = await spot.evaluate(({ dataset }) => dataset as Record<string, string>);
      const count = counts[Number(label)]?.[Number(prediction)] as number;
      await spot.hover();
      const tip = page.locator('.tip');
      expect(await tip.textContent()).toMatch(new RegExp(`^${label} taken for ${prediction}: ${count} of `));
      await spot.click();
      expect(await shown(page)).toEqual(Array(count).fill(`${label} as ${prediction}`));
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('label');
      await page.mouse.move(0, 0);
      expect(await tip.isVisible()).toBe(false);
      await page.locator('#figure-loss .spot').nth(1).hover();
      expect(await tip.textContent()).toBe('Epoch 2: training 0.5000');
    });

    test('by keys, and shows each large', async () => {
      const { page } = await open(address, 390, 'dark');
      await page.getByRole('combobox', { name: 'True class' }).selectOption('5');
      const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? '');
      const first = page.locator('.mistakes .digit[tabindex="0"]');
      expect(await first.count()).toBe(1);
      await first.focus();
      const one = await focused();
      expect(one).toMatch(/^5 taken for \d/);
      await page.keyboard.press('ArrowRight');
      const two = await focused();
      expect(two).not.toBe(one);
      await page.keyboard.press('Enter');
      const heading = page.locator('dialog h2');
      expect(await heading.textContent()).toBe(two);
      expect((await page.locator('dialog .digit').boundingBox())?.width).toBeGreaterThan(250);
      await page.getByRole('button', { name: 'Previous' }).press('Enter');
      expect(await heading.textContent()).toBe(one);
      expect(await page.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog').isVisible()).toBe(false);
    });

    test.each([390, 1280])('and shows figures larger, at %i pixels', async (width) => {
      const { page } = await open(address, width, 'light');
      const before = (await page.locator('#figure-confusion svg').boundingBox())?.width as number;
      await page.getByRole('button', { name: 'Enlarge: Confusion matrix' }).click();
      const after = (await page.locator('dialog svg').boundingBox())?.width as number;
      expect(after / before).toBeGreaterThan(1.3);
      await page.getByRole('button', { name: 'Close' }).click();
      expect(await page.locator('dialog').isVisible()).toBe(false);
    });

    test('and has long tables that keys scroll, with a sign that they go on', async () => {
      const { page } = await open(address, 1280, 'light');
      const table = page.getByRole('group', { name: 'Every epoch' });
      await page.getByRole('combobox', { name: 'True class' }).focus();
      while (!(await table.evaluate((element) => element === document.activeElement))) {
        await page.keyboard.press('Shift+Tab');
      }
      expect(await table.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeGreaterThan(
        300,
      );
      await page.keyboard.press('End');
      await expect.poll(() => table.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(300);
      expect(await page.locator('.hint').first().textContent()).toContain('All 40 rows are here');
    });

    test('and is whole without its script', async () => {
      const { page, said } = await open(address, 1280, 'light', { javaScriptEnabled: false });
      expect(said).toEqual([]);
      expect(await page.locator('.mistakes > li:visible').count()).toBe(sum(wrong));
      expect(await page.locator('figure svg').count()).toBeGreaterThan(5);
      expect(await page.locator('button:visible, select:visible, [role=button]').count()).toBe(0);
      expect(await page.locator('.spot > title').count()).toBeGreaterThan(40);
    });
  });

  test('takes the colours of the system, in figures too', async () => {
    const address = pathToFileURL(file('multiclass')).href;
    const colours = async (scheme: 'light' | 'dark') => {
      const { page } = await open(address, 1280, scheme);
      return page.evaluate(() =>
        [
          'body',
          '#figure-loss .drawn > svg > rect',
          '#figure-loss text',
          '#figure-confusion path[fill="#08417f"]',
          '#figure-confusion path[fill="#e57a2b"]',
          '.tip',
        ].map((selector) => {
          const element = document.querySelector(selector);
          const style = element && getComputedStyle(element);
          return element instanceof HTMLElement ? style?.backgroundColor : style?.fill;
        }),
      );
    };
    const [light, dark] = [await colours('light'), await colours('dark')];
    expect(light).not.toContain(undefined);
    light.forEach((colour, i) => {
      expect(dark[i]).not.toBe(colour);
    });
  });

  test('can be walked through by keys', async () => {
    const { page } = await open(pathToFileURL(file('binary')).href, 390, 'light');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#learning');
  });

  test('the same page comes from a browser as from Node', async () => {
    const server = await TestServer.start({
      isolated: false,
      folders: { '/dist/': 'dist/' },
      instead: {
        '/': `<!doctype html><link rel="icon" href="data:,"><script type="module">
          globalThis.inkgradReport = await import('/dist/report.js');
        </script>`,
      },
    });
    onTestFinished(() => server.close());
    const { page, said } = await open(`${server.url}/`, 800, 'light');
    const expected = golden.binary;
    await page.waitForFunction(() => 'inkgradReport' in globalThis);
    const inPage = await page.evaluate(
      async ({ history, labels, probabilities }) => {
        const { report, writeReport } = (globalThis as unknown as { inkgradReport: Report }).inkgradReport;
        const data = Float32Array.from(probabilities, (value) => value / 65536);
        const run = { history, labels, probabilities: { data, shape: [labels.length, 1] } };
        const refused = await writeReport('folder', run).catch((error: Error) => error.name);
        return { html: report(run), refused };
      },
      { history: goldenRun(expected).history, labels: expected.labels, probabilities: expected.probabilities },
    );
    expect(inPage.html).toBe(report(goldenRun(expected)));
    expect(inPage.refused).toBe('FileError');
    expect(said).toEqual([]);
    expect(server.requests.filter((path) => /figures\.wasm|inter\.json|browser\.js|wasm/.test(path))).toEqual([]);
  });
});

type Report = typeof import('inkgrad/report');

interface Axe {
  run(): Promise<AxeResults>;
}

/** Texts of one figure that lie over each other, and texts that leave their figure. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('figure svg'), (svg) => {
      const frame = svg.getBoundingClientRect();
      const texts = Array.from(svg.querySelectorAll('text'), (text) => ({
        words: text.textContent ?? '',
        box: text.getBoundingClientRect(),
      })).filter(({ words }) => words.trim() !== '');
      return texts.flatMap(({ words, box }, i) => {
        const out =
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1;
        const over = texts
          .slice(i + 1)
          .filter(
            ({ box: other }) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 3,
          );
        return [...(out ? [`${words} leaves`] : []), ...over.map((other) => `${words} over ${other.words}`)];
      });
    }).flat(),
  );
}
