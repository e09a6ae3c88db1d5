/** Where digits are drawn: by mouse, pen or finger. */

import type { ImageTensor } from 'inkgrad';
import { byId, colour, context2d, onSchemeChange, setText } from './dom.ts';
import { drawPixels, side } from './pixels.ts';
import { drawStrokes, imageOf, type Point } from './strokes.ts';

/** Of the pen, as a share of the pad. */
const penWidth = 0.07;

/**
 * Hears that there is another image on the pad, or none, once a frame at most.
 * @param finished the pen was lifted, or a whole image laid on the pad
 */
export type PadListener = (image: ImageTensor | undefined, finished: boolean) => void;

export class Pad {
  readonly #canvas = byId('pad', HTMLCanvasElement);
  readonly #seen = byId('seen', HTMLCanvasElement);
  readonly #frame = byId('pad-frame', HTMLElement);
  readonly #about = byId('about-image', HTMLElement);
  #strokes: Point[][] = [];
  /** A test image that lies on the pad in place of strokes. */
  #shown: ImageTensor | undefined;
  #shownAbout = '';
  #pointer: number | undefined;
  #asked = false;
  #finished = false;
  #listener: PadListener = () => {};

  constructor() {
    const canvas = this.#canvas;
    canvas.addEventListener('pointerdown', (event) => this.#down(event));
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      canvas.addEventListener(end, (event) => this.#up(event));
    }
    onSchemeChange(() => this.#draw());
    new ResizeObserver(() => this.#resize()).observe(canvas);
  }

  /** Hears of what is there now, and of each change. */
  listen(listener: PadListener): void {
    this.#listener = listener;
    this.#changed(true);
  }

  clear(): void {
    this.#lay(undefined, '');
  }

  /** @param about what there is to say of the image */
  show(image: ImageTensor, about: string): void {
    this.#lay(image, about);
  }

  #lay(image: ImageTensor | undefined, about: string): void {
    this.#strokes = [];
    this.#shown = image;
    this.#shownAbout = about;
    this.#changed(true);
  }

  #down(event: PointerEvent): void {
    if (this.#pointer !== undefined || event.button !== 0) return;
    event.preventDefault();
    this.#canvas.focus({ preventScroll: true });
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    if (this.#shown) this.clear();
    this.#strokes.push([this.#place(event)]);
    this.#changed(false);
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    // A pen moves more often than the screen is drawn; older browsers do not tell.
    const events = event.getCoalescedEvents?.() ?? [];
    for (const one of events.length > 0 ? events : [event]) this.#strokes.at(-1)?.push(this.#place(one));
    this.#changed(false);
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = undefined;
    this.#changed(true);
  }

  #place({ clientX, clientY }: PointerEvent): Point {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  #resize(): void {
    const pixels = Math.round(this.#canvas.clientWidth * devicePixelRatio);
    if (pixels === 0 || this.#canvas.width === pixels) return;
    this.#canvas.width = pixels;
    this.#canvas.height = pixels;
    this.#draw();
  }

  /** Drawn and told once a frame, however often the pen moved. */
  #changed(finished: boolean): void {
    this.#finished = finished;
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      const image = this.#strokes.length > 0 ? imageOf(this.#strokes) : this.#shown;
      this.#draw();
      drawPixels(this.#seen, image);
      this.#frame.classList.toggle('blank', image === undefined);
      setText(this.#about, this.#shownAbout);
      this.#listener(image, this.#finished);
    });
  }

  #draw(): void {
    const { width } = this.#canvas;
    const context = context2d(this.#canvas);
    context.clearRect(0, 0, width, width);
    context.strokeStyle = colour('--ink');
    drawStrokes(context, this.#strokes, { width: penWidth * width, scale: width, left: 0, top: 0 });
    if (this.#shown) this.#drawImage(context, this.#shown, width);
  }

  #drawImage(context: CanvasRenderingContext2D, image: ImageTensor, width: number): void {
    const small = Object.assign(document.createElement('canvas'), { width: side, height: side });
    drawPixels(small, image);
    context.imageSmoothingQuality = 'high';
    context.drawImage(small, 0, 0, width, width);
    context.globalCompositeOperation = 'source-in'; // the ink takes the colour of the pen
    context.fillStyle = colour('--ink');
    context.fillRect(0, 0, width, width);
    context.globalCompositeOperation = 'source-over';
  }
}
