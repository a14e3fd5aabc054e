/** Streams for Ink that are no terminal: it hands its frames to us, and has no keyboard to read. */
import { Socket } from 'node:net';

/** Takes whole frames in place of standard output; as large as it is told. */
export class FrameSink extends Socket implements NodeJS.WriteStream {
  readonly isTTY = false;
  columns: number;
  rows: number;
  readonly #onFrame: (frame: string) => void;

  constructor(size: { readonly columns: number; readonly rows: number }, onFrame: (frame: string) => void) {
    super();
    this.columns = size.columns;
    this.rows = size.rows;
    this.#onFrame = onFrame;
  }

  override write(chunk: Uint8Array | string, ...rest: readonly unknown[]): boolean {
    this.#onFrame(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk));
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  }

  getWindowSize(): [number, number] {
    return [this.columns, this.rows];
  }

  getColorDepth(): number {
    return 1;
  }

  hasColors(): boolean {
    return false;
  }

  clearLine(): boolean {
    return true;
  }

  clearScreenDown(): boolean {
    return true;
  }

  cursorTo(): boolean {
    return true;
  }

  moveCursor(): boolean {
    return true;
  }
}

/** Never has a key. */
export class SilentInput extends Socket implements NodeJS.ReadStream {
  readonly isTTY = false;
  readonly isRaw = false;

  setRawMode(): this {
    return this;
  }
}
