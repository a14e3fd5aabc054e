/** The wizard as it runs: keys in, frames out, and every answer written down before the next question is asked. */
import type { Glyphs } from '../draw/glyphs.ts';
import type { Entered } from '../enter.ts';
import { mountFrames } from '../terminal/mount.tsx';
import { picture } from './picture.ts';
import type { Wizard } from './state.ts';
import { press } from './state.ts';

export interface WizardOptions {
  readonly start: Wizard;
  readonly glyphs: Glyphs;
  /** Writes the scenario down; why it could not be, for the person, or null. */
  readonly keep: (wizard: Wizard) => string | null;
}

/** Ends when the person leaves. Whoever entered the terminal gives it back. */
export async function runWizard({ terminal, attach }: Entered, options: WizardOptions): Promise<Wizard> {
  const { glyphs, keep } = options;
  let wizard = options.start;
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const frames = await mountFrames(terminal);
  const draw = (): void => {
    const { columns, rows } = terminal.size();
    frames.draw(picture(wizard, glyphs, { width: columns, height: rows }));
  };
  const early = attach({
    key: (key) => {
      const before = wizard;
      wizard = press(wizard, key);
      const fault = wizard.scenario === before.scenario ? null : keep(wizard);
      // What could not be written is not taken, so that nothing is on the screen alone.
      if (fault !== null) wizard = { ...before, fault };
      draw();
      if (wizard.isLeft) leave();
    },
    resize: draw,
    beforeDeath: () => undefined,
  });
  draw();
  // What was typed before the first question was seen is no answer to it.
  void early;
  await left;
  frames.unmount();
  return wizard;
}
