/**
 * What a reader found, as a scenario: ids made of names, numbers as they are written in a scenario file, limits held.
 */
import { readRange } from '../scenario/format/range.ts';
import { MOST_OPTIONS } from '../scenario/format/range.ts';
import type { Fraction } from '../exact/fraction.ts';
import { compare, fraction, fractionText, ZERO } from '../exact/fraction.ts';
import { MOST_PARTIES } from '../scenario/format/schema.ts';
import { LARGEST } from '../scenario/format/limits.ts';
import { optionCount, optionId } from '../scenario/format/options.ts';
import { statedAs } from '../scenario/format/worth.ts';
import type {
  Bargaining,
  Consent,
  Curve,
  Draft,
  Issue,
  NumberRange,
  Option,
  Party,
  Pattern,
  Preferences,
  Rule,
  Scenario,
  ScoredIssue,
} from '../scenario/scenario.ts';
import { quote } from '../scenario/suggest.ts';
import type {
  Foreign,
  ForeignIssue,
  ForeignParty,
  ForeignPattern,
  ForeignRange,
  ForeignWorths,
  Place,
} from './foreign.ts';
import { refuse } from './foreign.ts';
import { idsOf, plainName, withoutControls } from './ids.ts';

const MOST_ISSUES = 200;
const LARGEST_NUMBER = fraction(BigInt(LARGEST), 1n);

/** A scenario without a hash, which its files will have. @throws Refusal where the limits of a scenario are passed */
export function toScenario(foreign: Foreign): Scenario {
  checkCounts(foreign);
  const issues = foreign.issues.map((issue, k) => buildIssue(issue, issueIds(foreign.issues)[k]!));
  const partyIds = idsOf(foreign.parties, 'party');
  const draftIds = idsOf(
    (foreign.drafts ?? []).map(({ title }) => ({ name: title })),
    'draft',
  );
  const { summary } = foreign;
  const bargaining = buildBargaining(foreign, partyIds);
  return {
    title: plainName(foreign.title, 'Untitled'),
    ...(summary !== undefined && summary.trim() !== '' && { summary: withoutControls(summary).trim() }),
    hash: '',
    stage: null,
    sources: [],
    parties: foreign.parties.map((party, k) => buildParty(party, partyIds[k]!, issues)),
    issues,
    rules: (foreign.rules ?? []).map(({ forbid, why }, k): Rule => {
      return { kind: 'forbid', id: `rule-${k + 1}`, forbid: buildPattern(forbid, issues), why };
    }),
    consent: buildConsent(foreign, partyIds),
    drafts: (foreign.drafts ?? []).map((draft, k) => buildDraft(draft, draftIds[k]!, issues)),
    stages: [],
    ...(bargaining !== null && { bargaining }),
  };
}

function checkCounts({ issues, parties, title }: Foreign): void {
  const [first, extra] = [parties[0], parties[MOST_PARTIES]];
  const nowhere: Place = issues[0]?.at ?? first?.at ?? { file: title, line: 1, column: 1, path: '' };
  if (first === undefined) refuse(nowhere, 'has no party');
  if (extra !== undefined) {
    refuse(extra.at, `is party ${MOST_PARTIES + 1} of ${parties.length}; a scenario has at most ${MOST_PARTIES}`);
  }
  if (issues.length === 0) refuse(nowhere, 'has no issue');
  const over = issues[MOST_ISSUES];
  if (over !== undefined) {
    refuse(over.at, `is issue ${MOST_ISSUES + 1} of ${issues.length}; a scenario has at most ${MOST_ISSUES}`);
  }
}

function issueIds(issues: readonly ForeignIssue[]): readonly string[] {
  return idsOf(issues, 'issue');
}

function buildIssue(issue: ForeignIssue, id: string): Issue {
  const { name, at, summary, options, range } = issue;
  if (options.length === 0 && range === null) refuse(at, `issue ${quote(name)} has no options`);
  const found = range === null ? numbersOf(issue) : { range: buildRange(range, issue), named: options };
  if (found.named.length > MOST_OPTIONS) {
    const most = `a scenario's has at most ${MOST_OPTIONS} that are no numbers`;
    refuse(at, `issue ${quote(name)} has ${found.named.length} options; ${most}`);
  }
  const ids = idsOf(found.named, 'option');
  return {
    id,
    title: plainName(name, id),
    ...(summary !== undefined && { summary: withoutControls(summary) }),
    range: found.range,
    named: found.named.map((option, k) => buildOption(option, ids[k]!)),
  };
}

function buildOption({ name, text }: ForeignIssue['options'][number], id: string): Option {
  const own = text === undefined ? '' : withoutControls(text).trim();
  return { id, label: plainName(name, id), ...(own !== '' && own !== name && { text: own }) };
}

interface Options {
  readonly range: NumberRange | null;
  readonly named: ForeignIssue['options'];
}

/** Three numbers or more, ascending by one step and with nothing said of them, are a range. */
function numbersOf({ options }: ForeignIssue): Options {
  const listed: Options = { range: null, named: options };
  const numbers = options.map(({ name }) => decimalNamed(name));
  const [first, second, last] = [numbers[0], numbers[1], numbers.at(-1)];
  if (
    options.length < 3 ||
    !first ||
    !second ||
    !last ||
    options.some(({ text, name }) => text !== undefined && text !== name)
  ) {
    return listed;
  }
  const step = fraction(second.num * first.den - first.num * second.den, first.den * second.den);
  if (step.num <= 0n) return listed;
  const read = readRange({ from: statedAs(first), to: statedAs(last), step: statedAs(step) });
  if (!('range' in read) || read.range.count !== options.length) return listed;
  const { range } = read;
  const same = options.every(({ name }, k) => optionId({ range, named: [] }, k) === name);
  return same ? { range, named: [] } : listed;
}

/** Only as a range would write it. */
function decimalNamed(name: string): Fraction | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,10}))?$/.exec(name);
  if (match === null) return null;
  const [, sign = '', whole = '', part = ''] = match;
  const own = fraction(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length));
  return fractionText(own) === name ? own : null;
}

function buildRange(range: ForeignRange, { at, name }: ForeignIssue): NumberRange {
  const read = readRange({ from: statedAs(range.from), to: statedAs(range.to), step: statedAs(range.step) });
  if ('fault' in read) refuse(at, `the numbers of issue ${quote(name)}: ${read.fault}`);
  return read.range;
}

function buildParty(party: ForeignParty, id: string, issues: readonly Issue[]): Party {
  const { name, brief, disagreement, reservation, at } = party;
  const numbers = [disagreement, reservation ?? disagreement];
  if (numbers.some(isTooLarge))
    refuse(at, `party ${quote(name)} asks for more than ${LARGEST}, the largest number of a scenario`);
  const least = reservation !== null && compare(reservation, disagreement) > 0 ? reservation : disagreement;
  return {
    id,
    name: plainName(name, id),
    short: id,
    ...(brief !== undefined && brief.trim() !== '' && { brief: withoutControls(brief).trim() }),
    disagreement: statedAs(disagreement),
    reservation: statedAs(least),
    reservationIsDisagreement: reservation === null,
    strict: false,
    power: 1,
    preferences: buildPreferences(party, issues),
    redLines: [],
    adjustments: (party.adjustments ?? []).map(({ when, add }) => {
      const { value, exact } = statedAs(add);
      return { when: buildPattern(when, issues), add: value, ...(exact !== undefined && { exact }) };
    }),
  };
}

function buildPreferences(party: ForeignParty, issues: readonly Issue[]): Preferences {
  const { weights } = party;
  const own = issues.map((issue, k) => buildWorths(party, issue, party.worths[k] ?? null));
  if (weights === null) return { form: 'scores', issues: own };
  return {
    form: 'weights',
    issues: own.map((each, k) => ({ ...each, weight: statedAs(each.mentioned ? (weights[k] ?? ZERO) : ZERO) })),
  };
}

function buildWorths({ name, at }: ForeignParty, issue: Issue, worths: ForeignWorths | null): ScoredIssue {
  const head = { issue: issue.id, mentioned: worths !== null };
  if (worths === null) return { ...head, curve: null, listed: [] };
  if (worths.kind === 'formula') {
    const curve: Curve = { formula: worths.formula, clip: worths.clip };
    return { ...head, curve, listed: [] };
  }
  if (worths.worths.length !== optionCount(issue)) throw new Error(`unchecked worths of ${name} on ${issue.id}`);
  const large = worths.worths.find(isTooLarge);
  if (large !== undefined) {
    refuse(
      at,
      `party ${quote(name)}, issue ${quote(issue.title)}: ${fractionText(large)} is more than ${LARGEST}, the largest number of a scenario`,
    );
  }
  return { ...head, curve: null, listed: worths.worths.map(statedAs) };
}

function isTooLarge({ num, den }: Fraction): boolean {
  return compare({ num: num < 0n ? -num : num, den }, LARGEST_NUMBER) > 0;
}

function buildPattern(pattern: ForeignPattern, issues: readonly Issue[]): Pattern {
  return pattern.map(({ issue, options }) => {
    const own = issues[issue];
    if (own === undefined) throw new RangeError(`no issue ${issue}`);
    return { issue: own.id, options: options.map((option) => optionId(own, option)) };
  });
}

function buildConsent({ consent }: Foreign, partyIds: readonly string[]): Consent {
  if (consent === undefined) return { needs: 'all', conditional: [] };
  const { quorum, veto } = consent;
  return { needs: { quorum, veto: veto.map((party) => partyIds[party]!) }, conditional: [] };
}

function buildDraft(
  { title, clauses }: NonNullable<Foreign['drafts']>[number],
  id: string,
  issues: readonly Issue[],
): Draft {
  return {
    id,
    title: plainName(title, id),
    clauses: issues.flatMap((issue, place) => {
      const option = clauses[place] ?? null;
      return option === null ? [] : [{ issue: issue.id, option: optionId(issue, option) }];
    }),
  };
}

function buildBargaining({ bargaining }: Foreign, partyIds: readonly string[]): Bargaining | null {
  if (bargaining === undefined) return null;
  const patience = partyIds.flatMap((id, k) => {
    const own = bargaining.patience[k] ?? null;
    return own === null ? [] : [[id, statedAs(own)] as const];
  });
  const { rounds } = bargaining;
  return { ...(rounds !== null && { rounds: { value: rounds } }), patience: Object.fromEntries(patience) };
}
