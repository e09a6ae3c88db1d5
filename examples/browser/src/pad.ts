/** Where numbers are drawn, by mouse, pen or finger, and where pictures are shown. */

import { type Content, drawInk, isBlank, nothing, padShape, sizeOf } from './content.ts';
import { byId, colour, context2d, onSchemeChange, setText } from './dom.ts';
import type { Point } from './strokes.ts';

/**
 * Hears of what is on the pad, at each change and once a frame at most.
 * @param finished the pen was lifted, or something whole laid on the pad
 */
export type PadListener = (content: Content, finished: boolean) => void;

/** Where something is in a picture, in its pixels; and whether it is doubtful. */
export interface Mark {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly unsure: boolean;
}

export class Pad {
  readonly #canvas = byId('pad', HTMLCanvasElement);
  readonly #frame = byId('pad-frame', HTMLElement);
  readonly #about = byId('about-image', HTMLElement);
  readonly #undo = byId('undo', HTMLButtonElement);
  readonly #clear = byId('clear', HTMLButtonElement);
  #content: Content = nothing;
  /** What was there before each change. */
  #before: Content[] = [];
  #marks: readonly Mark[] = [];
  /** The stroke that is being drawn. */
  #stroke: Point[] = [];
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
    canvas.addEventListener('keydown', (event) => this.#key(event));
    this.#undo.addEventListener('click', () => this.undo());
    this.#clear.addEventListener('click', () => this.clear());
    onSchemeChange(() => this.#draw());
    new ResizeObserver(() => this.#resize()).observe(canvas);
  }

  /** Hears of what is there now, and of each change. */
  listen(listener: PadListener): void {
    this.#listener = listener;
    this.#changed(true);
  }

  clear(): void {
    if (!isBlank(this.#content)) this.lay(nothing);
  }

  /** In place of what is there. */
  lay(content: Content): void {
    this.#replace(content);
    this.#changed(true);
  }

  /** Takes the last stroke back, or whatever was laid there or cleared. */
  undo(): void {
    const before = this.#before.pop();
    if (!before || this.#pointer !== undefined) return;
    this.#content = before;
    this.#changed(true);
  }

  /** Frames in the picture that is there. */
  mark(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#draw();
  }

  /** Draws a film's frame of the moment. */
  refresh(): void {
    this.#draw();
  }

  #replace(content: Content): void {
    // A film that has ended cannot be shown again.
    if (!isFilm(this.#content)) this.#before.push(this.#content);
    this.#content = content;
    this.#marks = [];
  }

  #down(event: PointerEvent): void {
    if (this.#pointer !== undefined || event.button !== 0) return;
    event.preventDefault();
    this.#canvas.focus({ preventScroll: true });
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#stroke = [this.#place(event)];
    const drawn = this.#content.kind === 'strokes' ? this.#content.strokes : [];
    this.#replace({ kind: 'strokes', strokes: [...drawn, this.#stroke] });
    this.#changed(false);
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer || this.#content.kind !== 'strokes') return;
    // A pen moves more often than the screen is drawn; older browsers do not tell.
    const events = event.getCoalescedEvents?.() ?? [];
    for (const one of events.length > 0 ? events : [event]) this.#stroke.push(this.#place(one));
    this.#content = { ...this.#content };
    this.#changed(false);
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = undefined;
    this.#changed(true);
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (altKey || shiftKey) return;
    if ((ctrlKey || metaKey) && key === 'z') {
      event.preventDefault();
      this.undo();
    } else if (!ctrlKey && !metaKey && (key === 'Backspace' || key === 'Delete')) this.clear();
  }

  #place({ clientX, clientY }: PointerEvent): Point {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  #resize(): void {
    const pixels = Math.round(this.#canvas.clientWidth * devicePixelRatio);
    if (pixels === 0 || this.#canvas.width === pixels) return;
    this.#canvas.width = pixels;
    this.#canvas.height = Math.round(pixels / padShape);
    this.#draw();
  }

  /** Drawn and told once a frame, however often the pen moved. */
  #changed(finished: boolean): void {
    this.#finished = finished;
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      const content = this.#content;
      this.#draw();
      this.#frame.classList.toggle('blank', isBlank(content));
      this.#undo.disabled = this.#before.length === 0;
      this.#clear.disabled = isBlank(content);
      setText(this.#about, content.kind === 'strokes' ? '' : content.about);
      this.#listener(content, this.#finished);
    });
  }

  #draw(): void {
    const context = context2d(this.#canvas);
    if (this.#content.kind === 'picture') this.#drawPicture(context, this.#content.source);
    else drawInk(context, this.#content, colour('--ink'));
  }

  /** As large as fits, with its marks. */
  #drawPicture(context: CanvasRenderingContext2D, source: ImageBitmap | HTMLVideoElement): void {
    const [across, down] = [this.#canvas.width, this.#canvas.height];
    const { width, height } = sizeOf(source);
    const scale = Math.min(across / width, down / height);
    const [left, top] = [(across - width * scale) / 2, (down - height * scale) / 2];
    context.clearRect(0, 0, across, down);
    context.drawImage(source, left, top, width * scale, height * scale);
    context.lineWidth = Math.max(across / 250, 2);
    for (const { box, unsure } of this.#marks) {
      context.strokeStyle = colour(unsure ? '--doubt' : '--mark');
      context.setLineDash(unsure ? [3 * context.lineWidth, 2 * context.lineWidth] : []);
      context.strokeRect(left + box.x * scale, top + box.y * scale, box.width * scale, box.height * scale);
    }
    context.setLineDash([]);
  }
}

const isFilm = (content: Content) => content.kind === 'picture' && content.source instanceof HTMLVideoElement;
