/** The text under the person's hands, while some of it is still open. */
import type { DealText } from '../../class/event.ts';
import type { Game } from '../../class/game.ts';
import { completed } from '../../class/game.ts';
import { optionUnits } from '../../engine/deal.ts';
import type { Units } from '../../engine/units.ts';
import type { Named } from '../../report/case.ts';
import { NOT_APPLICABLE, ownCount } from '../../scenario/format/conditional.ts';
import { optionAt, optionId } from '../../scenario/format/options.ts';
import type { Issue } from '../../scenario/scenario.ts';

/** As it would be proposed: what was chosen for an issue that does not arise beside the rest is left out. */
export function textUnder(game: Game, chosen: DealText): DealText {
  const kept = game.file.issues.reduce((deal, { id, only }) => {
    if (only === undefined || deal[id] === undefined) return deal;
    const { [id]: _, ...rest } = deal;
    return completed(game, rest)[id] === undefined ? deal : rest;
  }, chosen);
  return completed(game, kept);
}

/** The option so many steps on, within the issue's own; of an open issue the first or the last. */
export function stepped(issue: Issue, option: string | undefined, steps: number): string {
  const last = ownCount(issue) - 1;
  const place = option === undefined ? (steps > 0 ? 0 : last) : optionAt(issue, option) + steps;
  return optionId(issue, Math.min(last, Math.max(0, place)));
}

/** A tenth of a range of numbers, and one option of a short list. */
export function longStep(issue: Issue): number {
  return Math.max(1, Math.round(ownCount(issue) / 10));
}

/** A text taken over into the hands. */
export function takenOver(deal: DealText): DealText {
  return Object.fromEntries(Object.entries(deal).filter(([, option]) => option !== NOT_APPLICABLE));
}

/** What is open, with the options that alone give the party the most; the first of those that give as much. */
export function filled({ scenario, compiled: { problem } }: Named, party: number, chosen: DealText): DealText {
  const own = problem.parties[party]!;
  const best = scenario.issues.map((issue, k) => {
    let option = 0;
    const worthOf = (other: number): Units => optionUnits(problem, own, k, other);
    for (let other = 1; other < ownCount(issue); other++) if (worthOf(other) > worthOf(option)) option = other;
    return [issue.id, optionId(issue, option)] as const;
  });
  return { ...Object.fromEntries(best), ...chosen };
}
