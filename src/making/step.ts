/** What is asked next of a scenario in the making, from what it says already. */
import type { Next } from '../interview/next.ts';
import { nextQuestion } from '../interview/next.ts';
import { nextOnSheet } from '../interview/sheet.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { unvaluedIn } from '../scenario/unvalued.ts';
import { isUnfinished } from './sketch.ts';
import { sheetProgressOf } from './scored.ts';
import type { Sitting } from './valued.ts';
import { progressOf } from './valued.ts';

export type Step =
  | { readonly kind: 'title' }
  /** Of what a table had: its title, and the name of a party. */
  | { readonly kind: 'retitle' }
  | { readonly kind: 'name'; readonly party: number }
  | { readonly kind: 'party' }
  | { readonly kind: 'issue' }
  | { readonly kind: 'option'; readonly issue: number }
  | { readonly kind: 'statusQuo'; readonly issue: number }
  /** Whose numbers are said next. */
  | { readonly kind: 'whose' }
  | { readonly kind: 'ask'; readonly party: number; readonly next: Next }
  /** Everything of this party is said. */
  | { readonly kind: 'said'; readonly party: number }
  | { readonly kind: 'done' };

/** What the scenario does not say: where this sitting is. */
export interface Place {
  /** The list of options of the issue is finished, and what stands without a deal is still to be said. */
  readonly listed: boolean;
  /** What of a table is named next: its title, or the party with this number; null: nothing. */
  readonly naming: 'title' | number | null;
  /** Who is being asked; null: nobody yet. */
  readonly party: number | null;
  readonly sitting: Sitting;
  /** The person is through, whatever is still unknown. */
  readonly through: boolean;
}

export function stepOf(scenario: Scenario | null, { listed, naming, party, sitting, through }: Place): Step {
  if (scenario === null) return { kind: 'title' };
  if (naming === 'title') return { kind: 'retitle' };
  if (naming !== null && naming < scenario.parties.length) return { kind: 'name', party: naming };
  if (isUnfinished(scenario.parties)) return { kind: 'party' };
  if (isUnfinished(scenario.issues)) return { kind: 'issue' };
  const open = scenario.issues.findIndex(({ named }) => isUnfinished(named));
  if (open !== -1) return { kind: listed ? 'statusQuo' : 'option', issue: open };
  if (through) return { kind: 'done' };
  if (party === null) return { kind: 'whose' };
  const next = nextFor(scenario, party, sitting);
  return next === null ? { kind: 'said', party } : { kind: 'ask', party, next };
}

function nextFor(scenario: Scenario, party: number, sitting: Sitting): Next | null {
  const own = scenario.parties[party]!;
  const sheet = sheetProgressOf(scenario, own, sitting);
  if (sheet !== null) return nextOnSheet(sheet);
  const progress = progressOf(scenario, own, sitting);
  return progress === null ? null : nextQuestion(progress);
}

/** By party, how many things it has not said; 0 where all is said. */
export function openThings(scenario: Scenario): readonly number[] {
  const all = unvaluedIn(scenario);
  return scenario.parties.map((_, party) => all.filter((own) => own.party === party).length);
}
