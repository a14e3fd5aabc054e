/**
 * The terminal taken over before anything is read: the first frame names what is being read, and keys wait for the
 * interface. Loads little, so that the frame is there at once.
 */
import { holdErrors } from './outside/hold-errors.ts';
import type { Key } from './terminal/keys.ts';
import type { Terminal, TerminalSize } from './terminal/lifecycle.ts';
import { enterTerminal } from './terminal/lifecycle.ts';

/** Whoever takes over once the interface is there. */
export interface Listener {
  readonly key: (key: Key) => void;
  readonly resize: (size: TerminalSize) => void;
  /** See `TerminalOptions.beforeDeath`. */
  readonly beforeDeath: () => string | undefined;
}

export interface Entered {
  readonly terminal: Terminal;
  /** Hands the terminal over, and gives the keys that were pressed before. */
  readonly attach: (listener: Listener) => readonly Key[];
}

/** Both standard streams must be terminals. Whoever enters has to leave, whatever happens. */
export function enter(name: string): Entered {
  const early: Key[] = [];
  let listener: Listener | null = null;
  const terminal = enterTerminal({
    stdin: process.stdin,
    stdout: process.stdout,
    onKey: (key) => (listener === null ? early.push(key) : listener.key(key)),
    onResize: (size) => (listener === null ? draw() : listener.resize(size)),
    onLeave: holdErrors(),
    beforeDeath: () => listener?.beforeDeath(),
  });
  const draw = (): void => terminal.screen.draw(` winset\n\n Reading ${name} ...`);
  draw();
  return {
    terminal,
    attach: (next) => {
      listener = next;
      return early;
    },
  };
}
