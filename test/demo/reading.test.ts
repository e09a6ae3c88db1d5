/** Numbers that are drawn, opened and photographed in the demo are read, before anything has been taught. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'fast-png';
import type { Page } from 'playwright-core';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import type { PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { writeNumber } from '../digits/numbers.ts';
import { type Photo, paint, randomOf, sheet } from '../digits/scenes.ts';
import { digitImage, digitLabel } from '../digits/support.ts';
import { firefoxPath } from '../platform/browsers/firefox.ts';
import { buildPages, isolation, servePages } from '../platform/built-pages.ts';
import { chromiumArguments, launchChromium, listenTo, skipsWithoutChromium } from '../platform/chromium.ts';
import { drawDigits, penOf } from './drawing.ts';

const configFile = fileURLToPath(new URL('../../examples/browser/vite.config.ts', import.meta.url));

const rows = [0, 1, 2, 3, 4];
const number = rows.map(digitLabel).join('');

/** A number on a sheet in uneven light. */
function photoOf(): Photo {
  const [page, random] = [sheet(640, 480), randomOf(3)];
  writeNumber(page, rows.map(digitImage), random, { left: 90, top: 170, side: 120, gap: () => 16 });
  const paper = (x: number) => {
    const light = 220 - (60 * x) / 640 + random.noise(3);
    return [light, light, 0.95 * light] as const;
  };
  return paint(page, paper, [30, 30, 80]);
}

/** A film of the picture, which stands still, as Chromium's fake camera takes it: YUV4MPEG2. */
function filmOf({ width, height, data }: Photo): Buffer {
  const frame = Buffer.alloc(1.5 * width * height, 128);
  for (let i = 0; i < width * height; i++) frame[i] = 16 + (219 / 255) * (data[4 * i + 1] as number);
  const frames = Array.from({ length: 4 }, () => [Buffer.from('FRAME\n'), frame]).flat();
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frames]);
}

/** Machines may be busy. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });

let pages: string;
let server: PreviewServer;
let url: string;
let folder: string;
let picture: string;

beforeAll(async () => {
  pages = await buildPages(configFile);
  server = await servePages(configFile, pages, isolation);
  url = server.resolvedUrls?.local[0] as string;
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-demo-'));
  picture = join(folder, 'number.png');
  const photo = photoOf();
  writeFileSync(picture, encode({ ...photo, data: Uint8Array.from(photo.data), channels: 4, depth: 8 }));
  writeFileSync(join(folder, 'number.y4m'), filmOf(photo));
}, 120_000);
afterAll(async () => {
  await server?.close();
  for (const made of [pages, folder]) if (made) rmSync(made, { recursive: true });
});

describe.skipIf(skipsWithoutChromium('reading in the demo'))('in Chromium', { timeout: 120_000 }, () => {
  /** @param teachable whether MNIST can be had */
  async function open(options: { teachable?: boolean; camera?: boolean } = {}) {
    const film = join(folder, 'number.y4m');
    const fake = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
    const browser = await launchChromium(options.camera ? [...chromiumArguments, ...fake] : chromiumArguments);
    onTestFinished(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    if (options.camera) await context.grantPermissions(['camera']);
    const page = await context.newPage();
    const said = listenTo(page);
    // It would take a while, and nothing here needs it.
    if (!options.teachable) await page.route('**/mnist/**', () => {});
    await page.goto(url);
    return { page, said };
  }

  const text = (page: Page, selector = '#answer-digit') => page.locator(selector).textContent();

  test('a drawn number is read, stroke by stroke, forwards and back', async () => {
    const { page, said } = await open();
    const pen = await penOf(page, {});
    expect(await page.locator('#undo').isDisabled()).toBe(true);
    await pen.draw(1, 0, 7, 3);
    await eventually(() => text(page)).toBe('1073');
    await eventually(() => text(page, '#answer-spoken')).toMatch(/^The network reads 1073, each .+ % sure\.$/);
    const chips = page.locator('#found button');
    expect(await chips.allTextContents()).toEqual([1, 0, 7, 3].map((digit) => expect.stringMatching(`^${digit} `)));
    await chips.nth(1).click();
    expect(await chips.nth(1).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('#probabilities .best').textContent()).toMatch(/^0/);
    await page.locator('#undo').click();
    await eventually(() => text(page)).toBe('107');
    await page.locator('#pad').focus();
    await page.keyboard.press('Control+z');
    await eventually(() => text(page)).toBe('10');
    await page.keyboard.press('Backspace');
    await eventually(() => text(page)).toBe('?');
    await page.locator('#undo').click();
    await eventually(() => text(page)).toBe('10');
    expect(said).toEqual([]);
  });

  test('a picture from a file is read, and one that is none is told', async () => {
    const { page, said } = await open();
    const input = page.locator('#picture-file');
    await input.setInputFiles(picture);
    await eventually(() => text(page)).toBe(number);
    expect(await text(page, '#about-image')).toBe('number.png');
    await input.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await eventually(() => text(page, '#alert')).toContain('notes.png cannot be opened.');
    expect(await text(page)).toBe(number);
    expect(said).toEqual([]);
  });

  test('a picture can be dropped anywhere on the page', async () => {
    const { page } = await open();
    const bytes = [...readFileSync(picture)];
    await page.evaluate((numbers) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(numbers)], 'dropped.png', { type: 'image/png' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, bytes);
    await eventually(() => text(page)).toBe(number);
    expect(await text(page, '#about-image')).toBe('dropped.png');
  });

  test("the camera's film is read while it runs, and the photo that is taken", async () => {
    const { page, said } = await open({ camera: true });
    await page.locator('#camera').click();
    await eventually(() => text(page)).toBe(number);
    expect(await text(page, '#about-image')).toBe('What the camera sees.');
    await page.locator('#shoot').click();
    await eventually(() => text(page, '#about-image')).toBe('A photo from the camera.');
    await eventually(() => text(page)).toBe(number);
    expect(await page.locator('#shoot').isVisible()).toBe(false);
    await page.locator('#undo').click();
    await eventually(() => text(page)).toBe('?');
    expect(said).toEqual([]);
  });

  test('a camera that may not be used is told', async () => {
    const { page, said } = await open();
    await page.locator('#camera').click();
    await eventually(() => text(page, '#alert')).toContain('The camera cannot be used.');
    expect(await page.locator('#camera').isEnabled()).toBe(true);
    expect(said).toEqual([]);
  });

  test('the same digits are read by the own network when it is asked, and when it has begun to learn', async () => {
    const { page, said } = await open({ teachable: true });
    await page.locator('#picture-file').setInputFiles(picture);
    await eventually(() => text(page)).toBe(number);
    const own = page.locator('#readers input[value=own]');
    await eventually(() => own.isEnabled()).toBe(true);
    await own.check();
    await eventually(() => text(page)).not.toBe(number); // it has learned nothing
    await page.locator('#readers input[value=trained]').check();
    await eventually(() => text(page)).toBe(number);
    await page.locator('#epochs').fill('1');
    await page.locator('#train').click();
    expect(await own.isChecked()).toBe(true);
    await eventually(() => page.evaluate(() => document.body.dataset.state)).toBe('done');
    await eventually(() => text(page)).toBe(number);
    expect(said).toEqual([]);
  });
});

describe.skipIf(!firefoxPath && !process.env.CI)('in Firefox', { timeout: 120_000 }, () => {
  test('a drawn number, a file and a film are read', async () => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath as string,
      headless: true,
      // Its fake camera shows colours and no numbers: the film below is of a canvas.
      defaultViewport: { width: 1280, height: 900 },
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${error}`));
    await page.goto(url);
    const text = () => page.$eval('#answer-digit', (element) => element.textContent);

    const pad = await page.$('#pad');
    await pad?.scrollIntoView();
    const box = (await pad?.boundingBox()) as { x: number; y: number; width: number; height: number };
    const pen = {
      down: async (x: number, y: number) => {
        await page.mouse.move(x, y);
        await page.mouse.down();
      },
      move: (x: number, y: number) => page.mouse.move(x, y),
      up: () => page.mouse.up(),
    };
    await drawDigits(pen, box, [1, 0, 7, 3]);
    await eventually(text).toBe('1073');

    await page.$eval('#clear', (button) => (button as HTMLElement).click());
    await eventually(text).toBe('?');
    await ((await page.$('#picture-file')) as ElementHandle<HTMLInputElement>).uploadFile(picture);
    await eventually(text).toBe(number);

    await page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
        const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
        const draw = () => canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
        navigator.mediaDevices.getUserMedia = async () => {
          const stream = canvas.captureStream(10);
          setInterval(draw, 100);
          return stream;
        };
        draw();
      },
      [...readFileSync(picture)],
    );
    await page.$eval('#clear', (button) => (button as HTMLElement).click());
    await page.$eval('#camera', (button) => (button as HTMLElement).click());
    await eventually(text).toBe(number);
    await page.$eval('#shoot', (button) => (button as HTMLElement).click());
    await eventually(() => page.$eval('#about-image', (element) => element.textContent)).toBe(
      'A photo from the camera.',
    );
    await eventually(text).toBe(number);
    expect(said).toEqual([]);
  });
});
