/** A terminal without a window, to read what a person would see. */
import xterm from '@xterm/headless';

export type Glass = InstanceType<typeof xterm.Terminal>;

export function glassOf(columns: number, rows: number): Glass {
  return new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
}

/** Waits until the terminal has read everything. */
export async function settled(glass: Glass): Promise<void> {
  await new Promise<void>((done) => {
    glass.write('', done);
  });
}

/** The rows without blanks at their ends. */
export function textOf(glass: Glass): string[] {
  const { active } = glass.buffer;
  return Array.from(
    { length: glass.rows },
    (_, r) => active.getLine(active.viewportY + r)?.translateToString(true) ?? '',
  );
}

/** Every cell with its text and style. */
export function cellsIn(glass: Glass): string[][] {
  const { active } = glass.buffer;
  return Array.from({ length: glass.rows }, (_, r) => {
    const line = active.getLine(active.viewportY + r);
    return Array.from({ length: glass.cols }, (_unused, c) => {
      const cell = line?.getCell(c);
      const style = [cell?.isBold(), cell?.isDim(), cell?.isInverse(), cell?.getFgColorMode(), cell?.getFgColor()];
      // A cell that was never written and a blank look the same.
      return `${cell?.getChars() === '' && cell.getWidth() > 0 ? ' ' : cell?.getChars()} ${style.join()}`;
    });
  });
}
