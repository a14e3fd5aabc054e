/**
 * Takes the terminal over and gives it back: whatever ends the program, the person's screen, cursor and keyboard are as
 * before.
 */
import { ENTER, LEAVE } from './codes.ts';
import { createDeathWatch } from './death-watch.ts';
import { createKeyDecoder } from './key-decoder.ts';
import { type Key, keyName } from './keys.ts';
import { createScreen, type Screen, type ScreenOutput } from './screen.ts';

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** What is needed of standard input, in the mode where every key comes as it is pressed. */
export interface TerminalInput {
  setRawMode(raw: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: string, listener: (chunk: Uint8Array) => void): unknown;
  off(event: string, listener: (chunk: Uint8Array) => void): unknown;
}

/** What is needed of standard output. */
export interface TerminalOutput extends ScreenOutput {
  on(event: 'drain' | 'resize' | 'error', listener: () => void): unknown;
  off(event: 'drain' | 'resize' | 'error', listener: () => void): unknown;
}

export interface TerminalOptions {
  readonly stdin: TerminalInput;
  readonly stdout: TerminalOutput;
  /** Every key but Ctrl+Z, which suspends, and a second Ctrl+C within half a second, which ends the program. */
  readonly onKey: (key: Key) => void;
  /** The size changed: draw a frame of the new one. */
  readonly onResize: (size: TerminalSize) => void;
  /** After the terminal was given back, once, whatever the reason. */
  readonly onLeave?: () => void;
  /**
   * Before the program ends without having been asked to by the app: the last chance to write unsaved work, at once. The
   * text it gives is printed after the terminal was given back.
   */
  readonly beforeDeath?: () => string | undefined;
}

export interface Terminal {
  readonly screen: Screen;
  readonly size: () => TerminalSize;
  /** Gives the terminal back. The program goes on; calling it again does nothing. */
  readonly leave: () => void;
}

/** Two Ctrl+C within this time end the program, whatever it is doing with the first. */
const TWICE_MS = 500;

/** Enters the interface's own screen. Both streams must be terminals. */
export function enterTerminal(options: TerminalOptions): Terminal {
  const { stdin, stdout, onKey, onResize, onLeave, beforeDeath } = options;
  const screen = createScreen(stdout);
  const size = (): TerminalSize => ({ columns: stdout.columns, rows: stdout.rows });
  let inside = true;

  const takeOver = (): void => {
    stdin.setRawMode(true);
    stdout.write(ENTER);
  };
  const giveBack = (): void => {
    stdout.write(LEAVE);
    stdin.setRawMode(false);
  };
  const resized = (): void => {
    screen.forget();
    onResize(size());
  };

  const leave = (): void => {
    if (!inside) return;
    inside = false;
    screen.close();
    decoder.end();
    stdin.off('data', decoder.push);
    stdin.off('end', hungUp);
    stdin.off('error', hungUp);
    stdout.off('error', hungUp);
    stdout.off('resize', resized);
    giveBack();
    stdin.pause();
    watch.end();
    onLeave?.();
  };
  const watch = createDeathWatch({
    leave,
    ...(beforeDeath && { beforeDeath }),
    giveBack,
    takeOver: () => {
      takeOver();
      screen.repaint();
      onResize(size());
    },
  });
  const hungUp = (): void => watch.die(HUNG_UP);

  const decoder = createKeyDecoder(onceOrTwice(onKey, watch));
  stdin.on('data', decoder.push);
  stdin.on('end', hungUp);
  // A terminal that is gone cannot be told anything.
  stdin.on('error', hungUp);
  stdout.on('error', hungUp);
  stdout.on('resize', resized);
  takeOver();
  stdin.resume();
  return { screen, size, leave };
}

const HUNG_UP = 129;
const INTERRUPTED = 130;

/** Ctrl+Z and the second Ctrl+C are for the terminal, all other keys for the app. */
function onceOrTwice(
  onKey: (key: Key) => void,
  watch: { readonly die: (code: number) => void; readonly suspend: () => void },
): (key: Key) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (key) => {
    const name = keyName(key);
    if (name === 'ctrl+z') {
      watch.suspend();
      return;
    }
    if (name === 'ctrl+c') {
      const now = performance.now();
      if (now - last <= TWICE_MS) {
        watch.die(INTERRUPTED);
        return;
      }
      last = now;
    }
    onKey(key);
  };
}
