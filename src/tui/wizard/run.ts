/** The wizard as it runs: every answer is written down before the next question is asked. */
import type { Glyphs } from '../draw/glyphs.ts';
import type { Entered } from '../enter.ts';
import { keyLoop } from '../key-loop.ts';
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
export async function runWizard(entered: Entered, { start, glyphs, keep }: WizardOptions): Promise<Wizard> {
  return keyLoop(entered, {
    start,
    press: (before, key) => {
      const wizard = press(before, key);
      const fault = wizard.scenario === before.scenario ? null : keep(wizard);
      // What could not be written is not taken, so that nothing is on the screen alone.
      return fault === null ? wizard : { ...before, fault };
    },
    picture: (wizard, size) => picture(wizard, glyphs, size),
  });
}
