/**
 * Ways out of an empty zone by their content: the same form for every party, and an order without meaning, by the title
 * of the issue and then by chance with a fixed seed. Where a way out stands says nothing about it.
 */
import type { Constraint } from '../../engine/answer.ts';
import { seededRandom } from '../../engine/random.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Named } from '../case.ts';
import { isStrict } from '../digits.ts';
import { issueTitle, labelledClauses, leastFigure, listed, partyInside, partyShort } from './words.ts';

/** Of all lists of ways out; another seed would give another order of those about one issue. */
const SEED = 'ways-out';

/** Ways out in their order, letters and numbers included: the same wherever they are listed. */
export function inNeutralOrder<T extends { readonly drop: readonly Constraint[] }>(
  of: Named,
  openings: readonly T[],
): readonly T[] {
  const keyed = openings.map((opening) => {
    const content = opening.drop.map((demand) => contentKey(of, demand)).toSorted(byName);
    return { opening, issue: content[0]!.issue, chance: seededRandom(`${SEED}/${JSON.stringify(content)}`)() };
  });
  return keyed
    .toSorted((a, b) => (a.issue === b.issue ? a.chance - b.chance : a.issue < b.issue ? -1 : 1))
    .map(({ opening }) => opening);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** What the demand is about: the title of the first issue of a pattern, '' for a threshold; and which demand it is. */
function contentKey({ scenario }: Named, demand: Constraint): { readonly issue: string; readonly name: string } {
  const party = scenario.parties[demand.party]!;
  const { id } = party;
  if (demand.kind === 'reservation') return { issue: '', name: `${id}/least` };
  const pattern =
    demand.kind === 'redLine' ? party.redLines[demand.index]!.when : scenario.consent.conditional[demand.index]!.when;
  const [first] = labelledClauses(scenario, pattern);
  const name = demand.kind === 'redLine' ? party.redLines[demand.index]!.id : `signature ${demand.index}`;
  return { issue: first === undefined ? '' : issueTitle(scenario, first.issue), name: `${id}/${name}` };
}

/** Every demand that one of the ways out sets aside, once; null where there is no choice of ways. */
export function unionOf(ways: readonly { readonly drop: readonly Constraint[] }[]): readonly Constraint[] | null {
  if (ways.length < 2) return null;
  const distinct = new Map(ways.flatMap(({ drop }) => drop.map((demand) => [JSON.stringify(demand), demand])));
  return [...distinct.values()];
}

/** What is supposed where all ways out are taken at once: "all 4 ways out were open". */
export function unionWords(ways: readonly unknown[]): string {
  return `${ways.length === 2 ? 'both' : `all ${ways.length}`} ways out were open`;
}

/** Of the options of a red line; one more is shown rather than counted. */
const MOST_LABELS = 2;

/** What is supposed where these demands are set aside: "Ukraine did not refuse "a" or 3 more (Donetsk)". */
export function supposition(of: Named, drop: readonly Constraint[], most = MOST_LABELS): string {
  return listed(drop.map((demand) => supposed(of, demand, most)));
}

/** The same for the head of a narrow column: 'UA: "a" or 3 more', 'UA: less than 44.0'. */
export function shortSupposition(of: Named, drop: readonly Constraint[]): string {
  return drop.map((demand) => shortSupposed(of, demand)).join('; ');
}

function shortSupposed(of: Named, demand: Constraint): string {
  const { scenario } = of;
  const name = partyShort(scenario, demand.party);
  switch (demand.kind) {
    case 'reservation':
      return `${name}: ${lessThanLeast(of, demand.party)}`;
    case 'consent':
      return `${name}: no signature`;
    case 'redLine': {
      const { when } = scenario.parties[demand.party]!.redLines[demand.index]!;
      const clauses = labelledClauses(scenario, when).map(({ labels }) => quotedLabels(labels, MOST_LABELS));
      return `${name}: ${clauses.join(' with ')}`;
    }
  }
}

function lessThanLeast(of: Named, party: number): string {
  return `${isStrict(of, party) ? 'no more' : 'less'} than ${leastFigure(of, party)}`;
}

function supposed(of: Named, demand: Constraint, most: number): string {
  const { scenario } = of;
  const name = partyInside(scenario, demand.party);
  switch (demand.kind) {
    case 'reservation':
      return `${name} signed for ${lessThanLeast(of, demand.party)} points`;
    case 'consent':
      return `${name} need not sign`;
    case 'redLine':
      return `${name} did not refuse ${refusedWords(scenario, demand, most)}`;
  }
}

function refusedWords(
  scenario: Scenario,
  { party, index }: Extract<Constraint, { readonly kind: 'redLine' }>,
  most: number,
): string {
  const clauses = labelledClauses(scenario, scenario.parties[party]!.redLines[index]!.when);
  return clauses
    .map(({ issue, labels }) => `${quotedLabels(labels, most)} (${issueTitle(scenario, issue)})`)
    .join(' with ');
}

function quotedLabels(labels: readonly string[], most: number): string {
  const shown = labels.slice(0, labels.length === most + 1 ? labels.length : most).map((label) => `"${label}"`);
  const more = labels.length - shown.length;
  return listed([...shown, ...(more > 0 ? [`${more} more`] : [])], 'or');
}

/** Whether red lines alone leave no deal, whatever the thresholds: no number that can be turned changes anything then. */
export function closedByRedLines(conflict: readonly Constraint[]): boolean {
  return conflict.length > 0 && conflict.every(({ kind }) => kind === 'redLine');
}
