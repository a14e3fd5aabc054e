/**
 * A draft at a glance: as `assessDraft`, without looking for a deal that beats it. What one party makes of a partial
 * draft depends on that party alone, so only a party that changed is asked again.
 */
import type { DraftAnswer, DraftPartyAnswer, Verdict } from '../answer.ts';
import { seekDeal } from '../budget.ts';
import type { Coalitions } from '../coalitions.ts';
import { assessDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Party, Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { columnKey } from '../units.ts';

/**
 * `inZone` of a partial draft that all who must always sign accept is `unknown` where it may need the signature of a
 * party that does not accept every completion.
 */
export type DraftGlance = Omit<DraftAnswer, 'efficient' | 'dominatedBy'>;

/** Search nodes for one question about a draft. */
export interface DraftGlanceLimits {
  /** About what one party makes of it. */
  readonly party: number;
  /** About what the zone holds of it. */
  readonly zone: number;
}

const MOST_NOTES = 200;

/** What single parties make of partial drafts, by all that it depends on: the latest notes. */
export class DraftNotes {
  readonly #notes = new Map<string, DraftAnswer>();

  noted(key: string, ask: () => DraftAnswer): DraftAnswer {
    const answer = this.#notes.get(key) ?? ask();
    this.#notes.delete(key);
    this.#notes.set(key, answer);
    const [oldest] = this.#notes.keys();
    if (this.#notes.size > MOST_NOTES && oldest !== undefined) this.#notes.delete(oldest);
    return answer;
  }
}

/** The draft's answer, the same with any notes. */
export function glanceAtDraft(
  problem: Problem,
  draft: Draft,
  coalitions: Coalitions,
  effort: Effort,
  limits: DraftGlanceLimits,
  notes: DraftNotes,
): DraftGlance {
  if (!draft.includes(null)) {
    const { complete, broken, brokenSums, parties, blockedBy, inZone } = assess(problem, draft, 0);
    return { complete, broken, brokenSums, parties, blockedBy, inZone };
  }
  const rules = `${problem.offsets.join()}|${draft.join()}|${limits.party}|${JSON.stringify([problem.forbidden, problem.sums.map(({ amounts, atMost }) => [amounts.join(), atMost])])}`;
  const alone = problem.parties.map((party) =>
    notes.noted(`${rules}|${keyOf(party)}`, () => assess(aloneWith(problem, party), draft, limits.party)),
  );
  const parties = alone.flatMap((answer) => answer.parties);
  return {
    complete: false,
    broken: alone[0]?.broken ?? [],
    brokenSums: alone[0]?.brokenSums ?? [],
    parties,
    blockedBy: parties.flatMap(({ accepts }, party) => (accepts === false ? [party] : [])),
    inZone: holdsPartOf(problem, draft, coalitions, parties, effort, limits.zone),
  };
}

/** With no zone to hold it against. */
function assess(problem: Problem, draft: Draft, nodes: number): DraftAnswer {
  return assessDraft(problem, draft, [], { nodes: 0 }, { nodes, wholeZone: true });
}

function aloneWith({ offsets, forbidden, sums }: Problem, party: Party): Problem {
  return { offsets, forbidden, sums, parties: [party], consent: { required: [0], quorum: 1, conditional: [] } };
}

function keyOf({ scale, contributions, adjustments, redLines, reservation, strict }: Party): string {
  const added = adjustments.map(({ when, units }) => [when, String(units)]);
  return `${scale}|${columnKey(contributions)}|${JSON.stringify([added, redLines, strict])}|${reservation}`;
}

/** Whether the completions are in the zone; see `DraftGlance`. */
function holdsPartOf(
  problem: Problem,
  draft: Draft,
  { zones, cut }: Coalitions,
  parties: readonly DraftPartyAnswer[],
  effort: Effort,
  nodes: number,
): Verdict {
  const found = zones.map(({ region }) => seekDeal(problem, { ...region, fixed: draft }, effort, nodes));
  if (!found.some((deal) => deal)) return cut || found.includes(undefined) ? 'unknown' : false;
  const { required, quorum, conditional } = problem.consent;
  const always = parties.flatMap(({ accepts }, party) => (accepts === true ? [party] : []));
  if (always.length < quorum || !required.every((party) => always.includes(party))) return 'open';
  return conditional.every(({ party }) => always.includes(party)) ? true : 'unknown';
}
