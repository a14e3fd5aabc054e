/** What follows from each scenario of a comparison, told apart: what all share, what hangs on one, what divides them. */
import type { Case } from '../../report/case.ts';
import { issueWords, optionLabel, partyShort } from '../../report/view/words.ts';
import { oneLine } from '../../report/text/width.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { Column, CompareCase } from './case.ts';
import { possibleIn } from './case.ts';

/** What a conclusion is about. */
export const CONCLUSION_KINDS = ['verdict', 'signers', 'unsettled', 'draft', 'refusal', 'noDeal', 'clause'] as const;

export interface Conclusion {
  readonly kind: (typeof CONCLUSION_KINDS)[number];
  /** Id of the draft, of no deal or of the issue; null for the whole. */
  readonly id: string | null;
  readonly title: string;
  /** By column; null where it does not arise there. */
  readonly values: readonly (Value | null)[];
}

export interface Value {
  /** With ids, the same wherever the same follows. */
  readonly id: string;
  readonly words: string;
}

/**
 * Shared: the same in every column. Partly: the same wherever it arises, but not in every column. Or it hangs on one column,
 * or divides them in another way.
 */
export type Standing =
  { readonly kind: 'shared' | 'partly' | 'divided' } | { readonly kind: 'hangs'; readonly on: number };

/** The verdict, who signs, and what cannot be settled; then drafts and no deal, then the clauses of the Nash deals. */
export function conclusionsOf({ columns }: CompareCase): readonly Conclusion[] {
  const whole: readonly Conclusion[] = [
    { kind: 'verdict', id: null, title: 'A deal', values: columns.map(verdictOf) },
    { kind: 'signers', id: null, title: 'Signers of the deal', values: columns.map(signersOf) },
    { kind: 'unsettled', id: null, title: 'What cannot be settled', values: columns.map(unsettledOf) },
  ];
  const drafts = idsOf(columns, ({ scenario }) => scenario.drafts).flatMap(({ id }): Conclusion[] => [
    { kind: 'draft', id, title: `Draft ${id}`, values: columns.map(({ of }) => draftOf(of, id)) },
    { kind: 'refusal', id, title: `Who refuses ${id}`, values: columns.map(({ of }) => refusalOf(of, id)) },
  ]);
  const none = idsOf(columns, ({ scenario: { statusQuo } }) => (statusQuo === undefined ? [] : [statusQuo])).map(
    ({ id }): Conclusion => ({
      kind: 'noDeal',
      id,
      title: `No deal, ${id}`,
      values: columns.map(({ of }) => (of.scenario.statusQuo?.id === id ? noDealOf(of) : null)),
    }),
  );
  const clauses = idsOf(columns, ({ scenario }) => scenario.issues).map(({ id, title }): Conclusion => {
    return { kind: 'clause', id, title: oneLine(title), values: columns.map(({ of }) => clauseOf(of, id)) };
  });
  return [...whole, ...drafts, ...none, ...clauses].filter(({ values }) => values.some((value) => value !== null));
}

/** To hang on one it takes three columns where it arises: of two that differ neither is the odd one. */
export function standingOf({ values }: Conclusion): Standing {
  const arising = [...values.entries()].flatMap(([column, value]) =>
    value === null ? [] : [{ column, id: value.id }],
  );
  const different = new Set(arising.map(({ id }) => id));
  if (different.size <= 1) return { kind: arising.length === values.length ? 'shared' : 'partly' };
  if (different.size > 2 || arising.length < 3) return { kind: 'divided' };
  const alone = arising.filter(({ id }) => arising.filter((other) => other.id === id).length === 1);
  return alone.length === 1 ? { kind: 'hangs', on: alone[0]!.column } : { kind: 'divided' };
}

function idsOf(
  columns: readonly Column[],
  entries: (of: Case) => readonly { readonly id: string; readonly title: string }[],
): readonly { readonly id: string; readonly title: string }[] {
  const all = columns.flatMap(({ of }) => entries(of));
  return all.filter(({ id }, k) => all.findIndex((other) => other.id === id) === k);
}

const VERDICTS: Readonly<Record<string, Value>> = {
  true: { id: 'possible', words: 'possible' },
  false: { id: 'none', words: 'none' },
  depends: { id: 'depends', words: 'depends on what is not yet valued' },
  null: { id: 'unknown', words: 'not decided' },
};

export function verdictOf({ of }: Column): Value {
  return VERDICTS[String(possibleIn(of))]!;
}

function signersOf({ of: { answer, scenario } }: Column): Value | null {
  if (answer.coalition === null || answer.zone.empty !== false) return null;
  return partiesValue(scenario, answer.coalition);
}

function partiesValue(scenario: Case['scenario'], parties: readonly number[]): Value {
  return {
    id: parties.map((party) => scenario.parties[party]!.id).join(', '),
    words: parties.map((party) => partyShort(scenario, party)).join(', '),
  };
}

function unsettledOf({ of: { answer, scenario } }: Column): Value | null {
  if (answer.knot === null) return null;
  const sets = answer.knot.open.map(({ issues }) => issues);
  if (sets.every((issues) => issues.length === 0))
    return { id: 'thresholds', words: 'nothing; thresholds are in the way' };
  const told = (name: (issue: number) => string): string =>
    sets.map((issues) => issues.map(name).join(' and ')).join(', or ');
  return {
    id: told((issue) => scenario.issues[issue]!.id),
    words: told((issue) => issueWords(scenario, issue)),
  };
}

const SIGNED = new Map<unknown, Value>([
  [true, { id: 'signed', words: 'signed' }],
  [false, { id: 'refused', words: 'not signed' }],
  ['open', { id: 'open', words: 'open' }],
  ['unknown', { id: 'unknown', words: 'not decided' }],
]);

function draftOf({ answer, scenario }: Case, id: string): Value | null {
  const index = scenario.drafts.findIndex((draft) => draft.id === id);
  return index === -1 ? null : (SIGNED.get(answer.drafts[index]!.inZone) ?? null);
}

function refusalOf({ answer, scenario }: Case, id: string): Value | null {
  const index = scenario.drafts.findIndex((draft) => draft.id === id);
  if (index === -1) return null;
  const refusing = answer.drafts[index]!.parties.flatMap(({ accepts }, party) => (accepts === false ? [party] : []));
  return refusing.length === 0 ? { id: '', words: 'nobody' } : partiesValue(scenario, refusing);
}

/** Whether a deal is better for somebody and worse for nobody. */
function noDealOf({ answer }: Case): Value | null {
  if (answer.noDeal === null) return null;
  const { efficient } = answer.noDeal;
  if (efficient === null) return { id: 'unknown', words: 'not decided' };
  return efficient ? { id: 'efficient', words: 'efficient' } : { id: 'beaten', words: 'beaten' };
}

/** Of the Nash deal, where there is one. */
function clauseOf({ answer, scenario }: Case, id: string): Value | null {
  const issue = scenario.issues.findIndex((candidate) => candidate.id === id);
  const deal = answer.solutions?.nash.deals[0]?.deal;
  if (issue === -1 || deal === undefined) return null;
  const option = deal[issue]!;
  return { id: optionId(scenario.issues[issue]!, option), words: optionLabel(scenario, issue, option) };
}
