/**
 * A model of GMCR+ (Kinsara, Petersons, Hipel, Kilgour 2015): options that are taken or not, states that are infeasible,
 * and for each decision maker an order of the states.
 */
import type { Fraction } from '../../exact/fraction.ts';
import { fraction, ZERO } from '../../exact/fraction.ts';
import { quote } from '../../scenario/suggest.ts';
import type { Part } from '../data.ts';
import { isBlock, isList, isThere, itemsOf, numberIn, partAt, placeOf, readData, textOf, wrong } from '../data.ts';
import type { ForeignIssue, ForeignParty, ForeignPattern, ForeignRead, Note } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import type { Source } from '../source.ts';

/** Option of an issue: taken, then not taken. */
const [YES, NO] = [0, 1];
/** 2^39 points is below the largest number of a scenario. */
const MOST_STATEMENTS = 39;
/** A ranking names states by number: so many options have that many states. */
const MOST_RANKED = 14;
const MOST_PARTS = 6;

/** What holds for a state: each option named is taken or not. */
type Condition = readonly { readonly option: number; readonly taken: number }[];

/** @throws Refusal */
export function readGmcr(source: Source): ForeignRead {
  const [entry] = source.entries;
  if (entry === undefined) throw new Error('a source without a file');
  const model = readData(entry);
  const notes: Note[] = [];
  const options = itemsOf(partAt(model, 'options'));
  const issues = options.map((option) => issueOf(option));
  const infeasible = isThere(partAt(model, 'infeasibles'))
    ? itemsOf(partAt(model, 'infeasibles')).map((part) => conditionOf(part, issues))
    : [];
  const isRanked = ['useManualPreferenceRanking', 'useManualPreferenceVectors'].some(
    (key) => partAt(model, key).value === true,
  );
  const states = isRanked ? feasibleStates(issues.length, infeasible, model) : [];
  const makers = itemsOf(partAt(model, 'decisionMakers'));
  const parties = makers.map((maker) =>
    isRanked ? rankedParty(maker, issues, states) : prioritisedParty(maker, issues),
  );
  noteWhatIsLost(model, options, makers, notes);
  notes.push({
    kind: 'changed',
    text: 'points say only which of two states a party prefers, not by how much; every party signs every state',
  });
  return {
    foreign: {
      title: entry.name.replace(/\.[^.]*$/, ''),
      issues,
      parties,
      rules: infeasible.map((condition) => ({
        forbid: patternOf(condition),
        why: 'The model has this state as infeasible.',
      })),
    },
    notes,
  };
}

function issueOf(option: Part): ForeignIssue {
  const name = textOf(isBlock(option) ? partAt(option, 'name') : option);
  return {
    name,
    at: placeOf(option),
    range: null,
    options: [
      { id: 'yes', name: 'yes' },
      { id: 'no', name: 'no' },
    ],
  };
}

/** A list of pairs, the number of an option and "Y" or "N". */
function conditionOf(part: Part, issues: readonly ForeignIssue[]): Condition {
  return itemsOf(part).map((pair) => {
    const [option, taken] = itemsOf(pair);
    const number = option === undefined ? null : numberIn(option);
    if (option === undefined || taken === undefined || number === null)
      return wrong(pair, 'expected the number of an option and "Y" or "N"');
    const place = number.den === 1n ? Number(number.num) : -1;
    if (place < 0 || place >= issues.length)
      return wrong(option, `there is no option ${place}; they are counted from 0 to ${issues.length - 1}`);
    const said = textOf(taken);
    if (said !== 'Y' && said !== 'N') return wrong(taken, `expected "Y" or "N", found ${quote(said)}`);
    return { option: place, taken: said === 'Y' ? YES : NO };
  });
}

function patternOf(condition: Condition): ForeignPattern {
  return condition.map(({ option, taken }) => ({ issue: option, options: [taken] }));
}

/** Numbers of states, bit k being option k, that match no infeasible condition: state 1 is the smallest of them. */
function feasibleStates(options: number, infeasible: readonly Condition[], model: Part): readonly number[] {
  if (options > MOST_RANKED)
    return wrong(
      partAt(model, 'options'),
      `has ${options} options and an order of states by number; that is read for up to ${MOST_RANKED}`,
    );
  const holds = (state: number, condition: Condition): boolean =>
    condition.every(({ option, taken }) => ((state >> option) & 1) === (taken === YES ? 1 : 0));
  return Array.from({ length: 2 ** options }, (_, state) => state).filter(
    (state) => !infeasible.some((condition) => holds(state, condition)),
  );
}

type Adjustments = NonNullable<ForeignParty['adjustments']>;

/** The order of the states: the first is worth as many points as there are states, each next group one less. */
function rankedParty(maker: Part, issues: readonly ForeignIssue[], states: readonly number[]): ForeignParty {
  const ranking = [partAt(maker, 'preferenceRanking'), partAt(maker, 'preferenceVector')].find(isThere);
  if (ranking === undefined) return wrong(maker, 'has no order of the states (preferenceRanking)');
  const seen = new Set<number>();
  const adjustments = itemsOf(ranking).flatMap((group, place): Adjustments[number][] => {
    const named = isList(group) ? itemsOf(group) : [group];
    return named.map((part) => {
      const number = Number(numberIn(part)?.num ?? 0n);
      const state = states[number - 1];
      if (state === undefined) return wrong(part, `there is no state ${number}; there are ${states.length}`);
      if (seen.has(number)) return wrong(part, `state ${number} stands there twice`);
      seen.add(number);
      const when = issues.map((_, issue) => ({ issue, options: [((state >> issue) & 1) === 1 ? YES : NO] }));
      return { when, add: fraction(BigInt(states.length - place), 1n) };
    });
  });
  const missing = states.findIndex((_, k) => !seen.has(k + 1));
  if (missing !== -1) wrong(ranking, `leaves state ${missing + 1} out`);
  return partyOf(maker, issues, adjustments, []);
}

/** Statement k of K that holds adds 2^(K - k) (option prioritising; Fang, Hipel, Kilgour, Peng 2003). */
function prioritisedParty(maker: Part, issues: readonly ForeignIssue[]): ForeignParty {
  const statements = isThere(partAt(maker, 'preferences')) ? itemsOf(partAt(maker, 'preferences')) : [];
  if (statements.length > MOST_STATEMENTS)
    return wrong(
      partAt(maker, 'preferences'),
      `has ${statements.length} statements; up to ${MOST_STATEMENTS} are read`,
    );
  const single: { option: number; taken: number; add: Fraction }[] = [];
  const adjustments = statements.flatMap((statement, k): Adjustments => {
    const add = fraction(2n ** BigInt(statements.length - 1 - k), 1n);
    const members = isBlock(statement)
      ? itemsOf(partAt(statement, 'members')).map((part) => conditionOf(part, issues))
      : [conditionOf(statement, issues)];
    const [only] = members;
    const [pair] = only ?? [];
    if (members.length === 1 && only?.length === 1 && pair !== undefined) {
      single.push({ ...pair, add });
      return [];
    }
    if (members.length > MOST_PARTS)
      return wrong(statement, `joins ${members.length} conditions by or; up to ${MOST_PARTS} are read`);
    return anyOf(members, add);
  });
  return partyOf(maker, issues, adjustments, single);
}

/** Points where one at least holds: those of each, less those of two at once, and so on. */
function anyOf(members: readonly Condition[], points: Fraction): Adjustments {
  const subsets = Array.from({ length: 2 ** members.length - 1 }, (_, k) =>
    members.filter((_member, m) => (((k + 1) >> m) & 1) === 1),
  );
  return subsets.flatMap((subset) => {
    const joined = new Map(subset.flat().map(({ option, taken }) => [option, taken]));
    const isPossible = subset.flat().every(({ option, taken }) => joined.get(option) === taken);
    if (!isPossible) return [];
    const sign = subset.length % 2 === 1 ? 1n : -1n;
    const when = [...joined].map(([issue, taken]) => ({ issue, options: [taken] }));
    return [{ when, add: { num: sign * points.num, den: points.den } }];
  });
}

function partyOf(
  maker: Part,
  issues: readonly ForeignIssue[],
  adjustments: Adjustments,
  single: readonly { readonly option: number; readonly taken: number; readonly add: Fraction }[],
): ForeignParty {
  const scores = issues.map((_, issue) => {
    const of = (taken: number): Fraction =>
      single
        .filter((own) => own.option === issue && own.taken === taken)
        .reduce((sum, { add }) => fraction(sum.num + add.num, 1n), ZERO);
    return [of(YES), of(NO)];
  });
  return {
    name: textOf(partAt(maker, 'name')),
    at: placeOf(maker),
    weights: null,
    worths: scores.map((own) => ({ kind: 'listed', worths: own })),
    adjustments: adjustments.filter(({ when }) => when.length > 0),
    disagreement: ZERO,
    reservation: null,
  };
}

function noteWhatIsLost(model: Part, options: readonly Part[], makers: readonly Part[], notes: Note[]): void {
  notes.push({ kind: 'left out', text: 'who controls which option' });
  const oneWay = options.filter(
    (option) => isBlock(option) && !['both', undefined].includes(String(partAt(option, 'permittedDirection').value)),
  );
  if (oneWay.length > 0)
    notes.push({
      kind: 'left out',
      text: `that ${oneWay.map((option) => quote(textOf(partAt(option, 'name')))).join(', ')} can be changed one way only`,
    });
  const blind = makers.filter((maker) => {
    const own = partAt(maker, 'misperceptions');
    return isList(own) && itemsOf(own).length > 0;
  });
  if (blind.length > 0)
    notes.push({
      kind: 'left out',
      text: `misperceptions of ${blind.map((maker) => textOf(partAt(maker, 'name'))).join(', ')}`,
    });
  if (makers.length === 0) refuse(wholeFile(model.document.file), 'has no decision makers');
}
