/**
 * Lines to the terminal by way of Ink: it renders the rows that changed to a stream of ours (its `debug` mode, without
 * erasing, throttling or reading keys), and the screen writes what is different in them.
 */
import type { Line } from '../draw/line.ts';
import { EMPTY } from '../draw/line.ts';
import { FrameSink, SilentInput } from './ink-streams.ts';
import type { Terminal } from './lifecycle.ts';

export interface MountedFrames {
  /** Shows the lines, at the terminal's present size. Each call renders; whoever calls decides how often. */
  readonly draw: (lines: readonly Line[]) => void;
  readonly unmount: () => void;
}

/** Loads Ink, which decides on colours at that moment: `prepareColors` must have run. */
export async function mountFrames(terminal: Pick<Terminal, 'screen' | 'size'>): Promise<MountedFrames> {
  const [{ render }, { Frame }] = await Promise.all([import('ink'), import('./frame.tsx')]);
  let mounted = true;
  let picture: Picture = { columns: 0, lines: [], rows: [] };
  /** Places of the rows that Ink is rendering, of all those of the picture. */
  let places: readonly number[] = [];
  const stdout = new FrameSink(terminal.size(), (frame) => {
    const rendered = frame.split('\n');
    const rows = [...picture.rows];
    places.forEach((place, k) => (rows[place] = rendered[k] ?? ''));
    picture = { ...picture, rows };
    if (mounted) terminal.screen.draw(rows.join('\n'));
  });
  const options = { stdout, stdin: new SilentInput(), debug: true, exitOnCtrlC: false, patchConsole: false };
  let instance: ReturnType<typeof render> | undefined;
  return {
    draw: (lines) => {
      if (!mounted) return;
      const { columns, rows } = terminal.size();
      ({ columns: stdout.columns, rows: stdout.rows } = { columns, rows });
      const isNew = columns !== picture.columns || rows !== picture.lines.length;
      const wanted = Array.from({ length: rows }, (_, row) => lines[row] ?? EMPTY);
      // Ink takes several times as long for a row as everything else together, so it gets those that changed.
      places = [...wanted.keys()].filter((row) => isNew || !isSame(wanted[row]!, picture.lines[row]!));
      picture = { columns, lines: wanted, rows: isNew ? wanted.map(() => '') : picture.rows };
      if (places.length === 0) return;
      const frame = <Frame lines={places.map((row) => wanted[row]!)} columns={columns} rows={places.length} />;
      if (instance === undefined) instance = render(frame, options);
      else instance.rerender(frame);
    },
    unmount: () => {
      mounted = false;
      instance?.unmount();
      instance?.cleanup();
    },
  };
}

/** What was drawn last: the lines asked for, and the rows that Ink made of them. */
interface Picture {
  readonly columns: number;
  readonly lines: readonly Line[];
  readonly rows: readonly string[];
}

function isSame(a: Line, b: Line): boolean {
  return (
    a.length === b.length &&
    a.every(({ text, tone, color }, k) => text === b[k]!.text && tone === b[k]!.tone && color === b[k]!.color)
  );
}
