/**
 * A scenario as another one is built: its own numbers with the other's parties, issues, options and rules in the other's
 * order. What is new there stands as it is there. Held against that, the other differs by numbers alone.
 */
import { dequal } from 'dequal';
import { compare, readFraction, ZERO } from '../../../exact/fraction.ts';
import { conditionalRules, ownCount, withNotArising, withoutImplied } from '../../format/conditional.ts';
import { hasNoValues, unknownIssue, unknownScores } from '../../format/not-yet-valued.ts';
import { isNumberLine, numberCount, optionAt, optionId } from '../../format/options.ts';
import { worthAt } from '../../format/worth.ts';
import { once } from '../../once.ts';
import type { Curve, CurvePoint, Issue, Party, Scenario, Worths } from '../../scenario.ts';
import { lockId, withLocksLast } from '../locks.ts';
import { referenceAt } from '../reference.ts';
import { ownRules } from './lists.ts';
import { alignedLines, hasLinesAlike, renamedLines } from './red-lines.ts';

/** `base` at the stage where `present` stands, as `present` is built. */
export function referenceFor(base: Scenario, present: Scenario): Scenario {
  return referenceAt(alignedBase(base, present), present.stage);
}

/** `base` as `present` is built, still at its own stage; `base` itself where both are built alike. */
export function alignedBase(base: Scenario, present: Scenario): Scenario {
  return isBuiltAlike(base, present) ? base : alignedTo(base, present);
}

/**
 * Whether two scenarios have the same parties, issues, options, own rules, drafts and stages, in the same order, and call
 * red lines the same. What a
 * stage changes is numbers and lines of parties, and may differ.
 */
export function isBuiltAlike(one: Scenario, other: Scenario): boolean {
  if (one === other) return true;
  const heads = ({ parties }: Scenario) => parties.map(({ id, name, short }) => [id, name, short]);
  return (
    one.title === other.title &&
    (one.issues === other.issues || dequal(one.issues, other.issues)) &&
    (one.stages === other.stages || dequal(ids(one.stages), ids(other.stages))) &&
    (one.parties === other.parties || dequal(heads(one), heads(other))) &&
    (one.rules === other.rules || dequal(ownRules(one), ownRules(other))) &&
    one.drafts.every(({ id }, k) => other.drafts[k]?.id === id) &&
    hasLinesAlike(one, other)
  );
}

const alignedTo = once((base: Scenario, present: Scenario): Scenario => {
  const { title, issues, stages } = present;
  const locks = base.rules.filter(({ id }) => issues.some((issue) => id === lockId(issue.id)));
  const has = (id: string): boolean => issues.some((issue) => issue.id === id);
  return {
    ...base,
    title,
    issues,
    parties: present.parties.map((party) => {
      const own = base.parties.find(({ id }) => id === party.id);
      if (own === undefined) return party;
      const redLines = alignedLines(own.redLines, renamedLines(base, present, own.id), party.redLines);
      return alignedParty({ ...own, redLines }, party, base.issues, issues);
    }),
    rules: withLocksLast([...ownRules(present), ...conditionalRules(issues), ...locks], issues),
    drafts: present.drafts.flatMap(({ id }) => {
      const draft = base.drafts.find((own) => own.id === id);
      if (draft === undefined) return [];
      const said = withoutImplied(draft.clauses, base.issues).filter(({ issue }) => has(issue));
      return [{ ...draft, clauses: withNotArising(said, issues) }];
    }),
    stages,
  };
});

function alignedParty(own: Party, its: Party, before: readonly Issue[], issues: readonly Issue[]): Party {
  const { name, short } = its;
  const entries = <W extends Worths>(mine: readonly W[], theirs: readonly W[]): readonly W[] =>
    issues.map((issue, k) => {
      const place = before.findIndex(({ id }) => id === issue.id);
      const [entry, other] = [mine[place], theirs[k]!];
      return entry === undefined ? other : alignedWorths(entry, other, before[place]!, issue);
    });
  const [mine, theirs] = [own.preferences, its.preferences];
  if (mine.form === 'weights' && theirs.form === 'weights') {
    return { ...own, name, short, preferences: { form: 'weights', issues: entries(mine.issues, theirs.issues) } };
  }
  if (mine.form === 'scores' && theirs.form === 'scores') {
    return { ...own, name, short, preferences: { form: 'scores', issues: entries(mine.issues, theirs.issues) } };
  }
  return its;
}

/** The numbers of one issue by its options as they now are; an option that is new has the number it has there. */
function alignedWorths<W extends Worths>(entry: W, other: W, before: Issue, issue: Issue): W {
  if (
    before === issue ||
    !entry.mentioned ||
    (dequal(before.range, issue.range) && dequal(ids(before.named), ids(issue.named)))
  )
    return entry;
  if (hasNoValues(entry)) {
    const { curve, listed } = 'weight' in entry ? unknownIssue(issue) : unknownScores(issue);
    return { ...entry, curve, listed };
  }
  if (entry.curve === null && isNumberLine(issue)) return { ...entry, curve: other.curve, listed: other.listed };
  const first = entry.curve === null ? 0 : numberCount(issue);
  const listed = Array.from({ length: ownCount(issue) - first }, (_, k) => {
    const id = optionId(issue, first + k);
    const old = optionAt(before, id);
    return old === -1 ? worthAt(issue, other, first + k) : worthAt(before, entry, old);
  });
  return { ...entry, curve: reaching(entry.curve, other.curve, issue), listed };
}

/** The curve with the ends that it lacks for the issue's numbers as the other has them. */
function reaching(curve: Curve | null, other: Curve | null, issue: Issue): Curve | null {
  if (curve === null || 'formula' in curve || other === null || 'formula' in other) return curve;
  const place = ({ at }: CurvePoint) => readFraction(at) ?? ZERO;
  const [first, last] = [curve.points[0], curve.points.at(-1)];
  if (first === undefined || last === undefined) return other;
  const ends = [0, numberCount(issue) - 1].map((k) => optionId(issue, k));
  const added = other.points.filter(
    (point) =>
      ends.includes(point.at) && (compare(place(point), place(first)) < 0 || compare(place(last), place(point)) < 0),
  );
  return { ...curve, points: [...curve.points, ...added].toSorted((a, b) => compare(place(a), place(b))) };
}

function ids(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
