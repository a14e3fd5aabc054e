/** What the deal on the screen can be held against: clause by clause the pinned deal and the drafts, in points no deal. */
import { compileDraft } from '../../../compile/compile.ts';
import type { Deal } from '../../../engine/problem.ts';
import type { Context, ShownDeal } from '../../model/context.ts';
import { proposedBy } from '../../parts/known-deals.ts';

/** Something to hold a deal against. */
export interface Choice {
  readonly key: string;
  readonly title: string;
  /** Within a sentence. */
  readonly words: string;
}

/** With its options by issue, null where it leaves the issue open; null as a whole for no deal, which has no clauses. */
export interface Comparison extends Choice {
  readonly options: readonly (number | null)[] | null;
}

/** All there are, in the order in which they are gone through. */
export function choices({ pinned, now }: Context): readonly Choice[] {
  const { statusQuo } = now.scenario;
  const kept = pinnedDeal(pinned);
  return [
    ...(kept === null ? [] : [textChoice(PINNED, `pinned ${kept.title}`)]),
    ...now.scenario.drafts.map(({ id }) => textChoice(DRAFT + id, `draft ${id}`)),
    ...(statusQuo === undefined ? [] : [{ key: NO_DEAL, title: 'no deal', words: `no deal (${statusQuo.id})` }]),
  ];
}

function textChoice(key: string, title: string): Choice {
  return { key, title, words: `the ${title}` };
}

const PINNED = 'pinned';
const DRAFT = 'draft ';
const NO_DEAL = 'no deal';

/** The choice of that key with its options; null where it is none, or there no longer. */
export function comparisonOf(context: Context, key: string | null): Comparison | null {
  const choice = choices(context).find((candidate) => candidate.key === key);
  if (choice === undefined) return null;
  if (choice.key === NO_DEAL) return { ...choice, options: null };
  const pinned = choice.key === PINNED ? (pinnedDeal(context.pinned)?.deal ?? null) : null;
  return { ...choice, options: pinned ?? compileDraft(context.now.scenario, choice.key.slice(DRAFT.length)) };
}

function pinnedDeal(pinned: Context['pinned']): ShownDeal | null {
  return pinned === null ? null : proposedBy(pinned.about, pinned.glance);
}

/** True where both name an option and not the same one. */
export function differs({ options }: Comparison, deal: Deal, issue: number): boolean {
  const option = options?.[issue] ?? null;
  return option !== null && option !== deal[issue];
}

export interface NearestDraft {
  readonly id: string;
  /** Clauses in which it differs. */
  readonly differing: number;
  /** Issues that it leaves open. */
  readonly open: number;
}

/** The draft that differs in the fewest clauses; of several the one that leaves the fewest issues open, then the first. */
export function nearestDraft({ now }: Context, deal: Deal): NearestDraft | null {
  const distances = now.scenario.drafts.map(({ id }): NearestDraft => {
    const options = compileDraft(now.scenario, id);
    return {
      id,
      differing: options.filter((option, issue) => option !== null && option !== deal[issue]).length,
      open: options.filter((option) => option === null).length,
    };
  });
  return distances.toSorted((a, b) => a.differing - b.differing || a.open - b.open)[0] ?? null;
}
