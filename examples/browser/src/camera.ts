/** The camera's film on the pad, read while it runs, until a photo is taken. */

import type { Content } from './content.ts';
import { byId, create, setText } from './dom.ts';
import type { Pad } from './pad.ts';

/** Milliseconds between readings of the film. */
const readingInterval = 250;

export interface CameraWatcher {
  /** The film is to be read anew. */
  onFrame(): void;
  onFailure(error: unknown): void;
}

export class Camera {
  readonly #pad: Pad;
  readonly #watcher: CameraWatcher;
  readonly #button = byId('camera', HTMLButtonElement);
  readonly #shoot = byId('shoot', HTMLButtonElement);
  readonly #video = create('video', { muted: true, playsInline: true });
  #stream: MediaStream | undefined;
  #lastReading = 0;

  constructor(pad: Pad, watcher: CameraWatcher) {
    this.#pad = pad;
    this.#watcher = watcher;
    this.#button.hidden = !navigator.mediaDevices?.getUserMedia; // pages without TLS have none
    this.#button.addEventListener('click', () => (this.#stream ? this.#pad.clear() : this.#start()));
    this.#shoot.addEventListener('click', () => this.#take());
  }

  /** What else is laid on the pad, or drawn on it, ends the film. */
  see(content: Content): void {
    if (this.#stream && !(content.kind === 'picture' && content.source === this.#video)) this.#stop();
  }

  async #start(): Promise<void> {
    this.#button.disabled = true;
    try {
      const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
      const stream = await navigator.mediaDevices.getUserMedia({ video });
      this.#video.srcObject = stream;
      await this.#video.play();
      this.#stream = stream;
      this.#pad.lay({ kind: 'picture', source: this.#video, about: 'What the camera sees.' });
      this.#show();
      requestAnimationFrame((time) => this.#frame(time));
    } catch (error) {
      this.#watcher.onFailure(error);
    } finally {
      this.#button.disabled = false;
    }
  }

  #frame(time: number): void {
    if (!this.#stream) return;
    this.#pad.refresh();
    if (time - this.#lastReading > readingInterval) {
      this.#lastReading = time;
      this.#watcher.onFrame();
    }
    requestAnimationFrame((next) => this.#frame(next));
  }

  async #take(): Promise<void> {
    const source = await createImageBitmap(this.#video);
    this.#pad.lay({ kind: 'picture', source, about: 'A photo from the camera.' });
  }

  #stop(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
    this.#video.srcObject = null;
    this.#show();
  }

  #show(): void {
    const running = this.#stream !== undefined;
    this.#shoot.hidden = !running;
    setText(this.#button, running ? 'Close camera' : 'Use camera');
  }
}
