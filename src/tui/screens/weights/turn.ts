/** Turning, setting and resetting the number under the cursor. */
import type { Context } from '../../model/context.ts';
import type { Prompt, Step } from '../../model/screen.ts';
import type { WeightsState } from './state.ts';
import { placeAt } from './state.ts';
import { plain } from './step-size.ts';
import type { Turnable } from './turnable.ts';
import { isChanged, isUnvalued } from './turnable.ts';
import { turnableAt } from './turnable-at.ts';

/** The number that keys turn. */
function turnableUnder(context: Context, state: WeightsState): Turnable {
  return turnableAt(context, state.party, placeAt(context, state));
}

/** By so many steps, negative for down; at the end of what is allowed it says why. */
export function turn(context: Context, state: WeightsState, steps: number): Step<WeightsState> {
  const turnable = turnableUnder(context, state);
  const { now, least, most, step, limit } = turnable;
  const next = Math.min(most, Math.max(least, plain(now + steps * step)));
  if (next === now) return { effects: [{ kind: 'say', text: limit }] };
  return { effects: [{ kind: 'edit', edit: turnable.edit(next), merge: true }] };
}

/** Asks for the number; a digit that was typed stands there already. */
export function askNumber(context: Context, state: WeightsState, typed: string): Step<WeightsState> {
  const turnable = turnableUnder(context, state);
  const prompt: Prompt<WeightsState> = {
    label: turnable.label,
    text: typed === '' ? String(turnable.now) : typed,
    onDone: (text) => {
      const value = numberIn(text);
      if (value === null) return { message: 'Type a number, such as 12.5.' };
      if (value < turnable.least || value > turnable.most) return { message: turnable.limit };
      if (value === turnable.now && !isUnvalued(turnable)) return {};
      return { effects: [{ kind: 'edit', edit: turnable.edit(value) }] };
    },
  };
  return { prompt };
}

function numberIn(text: string): number | null {
  const trimmed = text.trim().replace(/^×/u, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/u.test(trimmed)) return null;
  return Number(trimmed);
}

/** Why there is nothing to set back; null when there is. */
export function resetFault(context: Context, state: WeightsState): string | null {
  return isChanged(turnableUnder(context, state)) ? null : 'It is the number of the file.';
}

/** Sets the number back to what the file says. */
export function reset(context: Context, state: WeightsState): Step<WeightsState> {
  return { effects: [{ kind: 'edit', edit: turnableUnder(context, state).reset }] };
}
