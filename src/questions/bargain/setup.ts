/** How a session is run, from what the file says of bargaining and what the person asks for. */
import { compileDraft, compileProblem } from '../../compile/compile.ts';
import { moveOf } from '../../compile/strategy.ts';
import { canList } from '../../engine/bargain/offer/can-list.ts';
import type { Mediator, Protocol, WholeProtocol } from '../../engine/bargain/protocol/protocol.ts';
import type { OfferRule } from '../../engine/bargain/party/strategy.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { exactOf } from '../../exact/fraction.ts';
import { typedNumber } from '../../scenario/format/number-text.ts';
import { readStrategy } from '../../scenario/format/strategy.ts';
import type {
  Bargaining,
  Protocol as ProtocolName,
  Scenario,
  StatedNumber,
  Strategy,
} from '../../scenario/scenario.ts';
import { MOST_CHANCE } from '../../scenario/format/limits.ts';
import { MOST_ROUNDS } from '../../scenario/format/limits.ts';
import type { LINES } from '../../scenario/scenario.ts';
import { ACCEPTANCES } from '../../scenario/scenario.ts';
import { quote, unknownName } from '../../scenario/suggest.ts';
import { ROUNDS } from '../budgets.ts';
import { namesIn, numbersOf } from '../choose.ts';
import { InputError } from '../input-error.ts';
import type { OpenCase } from '../question.ts';
import { daysOf, periodsOf } from './calendar.ts';
import type { Setup } from './case.ts';

type Lines = (typeof LINES)[number];

/** What a person may say of a session, as it is typed. */
export interface Wishes {
  readonly protocol?: ProtocolName | undefined;
  readonly rounds?: number | undefined;
  readonly order?: string | undefined;
  readonly patience?: string | undefined;
  readonly strategies?: string | undefined;
  readonly offers?: OfferRule | undefined;
  readonly equilibrium?: boolean | undefined;
  readonly agenda?: string | undefined;
  readonly mediator?: Mediator | undefined;
  readonly text?: string | undefined;
  readonly annealed?: boolean | undefined;
  readonly chances?: string | undefined;
  readonly accept?: string | undefined;
  readonly walkOut?: string | undefined;
  readonly lines?: Lines | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly seed: string;
}

/** @throws InputError for names and numbers that cannot be */
export function setupOf(opened: Pick<OpenCase, 'scenario' | 'file' | 'changed'>, wishes: Wishes): Setup {
  const { scenario } = opened;
  const { bargaining = {} } = scenario;
  const rounds = wishes.rounds ?? bargaining.rounds?.value ?? ROUNDS;
  const days = daysOf(opened, wishes, rounds);
  const protocol = protocolOf(scenario, bargaining, wishes);
  const strategies = strategiesOf(scenario, bargaining, wishes);
  return {
    protocol,
    rounds,
    order: orderOf(scenario, wishes.order === undefined ? bargaining.order : namesIn([wishes.order])),
    strategies,
    moves: strategies.map((strategy) =>
      moveOf(strategy, wishes.offers ?? strategy.offers ?? usualOffers(protocol, scenario)),
    ),
    patience: patienceOf(scenario, bargaining, wishes.patience),
    publicLines: (wishes.lines ?? bargaining.redLines) === 'public',
    periods: days === null ? [{ fromRound: 1, date: null, ...named(scenario) }] : periodsOf(opened, days),
    days,
    seed: wishes.seed,
  };
}

function protocolOf(scenario: Scenario, bargaining: Bargaining, wishes: Wishes): Protocol {
  const each = wholeProtocolOf(scenario, bargaining, wishes);
  const issues = scenario.issues.map(({ id }) => id);
  const wished = wishes.agenda?.split(';').map((group) => namesIn([group], issues));
  const listed = wished ?? bargaining.agenda?.groups;
  if (listed === undefined) return each;
  const ids = listed.flat();
  if (listed.some((group) => group.length === 0) || ids.some((id, k) => ids.indexOf(id) < k)) {
    throw new InputError(["error: --agenda: expected groups of issues such as 'a,b;c', each issue once"]);
  }
  const groups = listed.map((group) => [...numbersOf('issue', scenario.issues, group)]);
  const all = groups.flat();
  const left = [...scenario.issues.keys()].filter((issue) => !all.includes(issue));
  return {
    kind: 'agenda',
    groups: left.length === 0 ? groups : [...groups, left],
    each,
    revisable: wished === undefined && bargaining.agenda?.revisable === true,
  };
}

function wholeProtocolOf(
  scenario: Scenario,
  { protocol = 'alternating', mediator: written = {}, chances = {} }: Bargaining,
  wishes: Wishes,
): WholeProtocol {
  const name = wishes.protocol ?? protocol;
  refuseNeedless('single-text', name, { mediator: wishes.mediator, text: wishes.text, annealed: wishes.annealed });
  refuseNeedless('random-proposer', name, { chances: wishes.chances });
  switch (name) {
    case 'alternating':
    case 'simultaneous':
      return { kind: name };
    case 'random-proposer':
      return { kind: name, chances: chancesOf(scenario, chances, wishes.chances) };
    case 'single-text': {
      const { mediator = written.kind ?? 'informed', annealed = written.annealed === true } = wishes;
      const text = wishes.text ?? written.text;
      const draft = text === undefined ? [] : numbersOf('draft', scenario.drafts, [text]);
      const start =
        draft.length === 0 ? scenario.issues.map(() => null) : compileDraft(scenario, scenario.drafts[draft[0]!]!.id);
      return { kind: name, mediator, annealed, start };
    }
  }
}

/** @throws InputError for an option that has no effect under the protocol */
function refuseNeedless(of: ProtocolName, name: ProtocolName, given: Readonly<Record<string, unknown>>): void {
  const needless = Object.keys(given).find((option) => name !== of && given[option] !== undefined);
  if (needless === undefined) return;
  throw new InputError([`error: --${needless} has no effect without --protocol ${of}; add it or leave it out`]);
}

/** How likely each party is to propose, in proportion, as whole numbers. */
function chancesOf(
  scenario: Scenario,
  written: NonNullable<Bargaining['chances']>,
  wished: string | undefined,
): readonly number[] {
  const typed = assigned(scenario, 'chances', wished, wholeNumber(0, MOST_CHANCE));
  const chances = scenario.parties.map(({ id }) => (typed.get(id) ?? written[id])?.value ?? 1);
  if (chances.every((chance) => chance === 0)) throw new InputError(['error: --chances: somebody has to propose']);
  return chances;
}

/** Reads a whole number between these; a text says what is wrong. */
function wholeNumber(least: number, most: number): (text: string) => StatedNumber | string {
  return (text) => {
    const number = typedNumber(text);
    const isFit = number !== null && Number.isInteger(number.value) && number.value >= least && number.value <= most;
    return isFit ? number : `expected a whole number from ${least} to ${most}, found ${quote(text)}`;
  };
}

function named(scenario: Scenario) {
  return { scenario, compiled: compileProblem(scenario) };
}

/** Those named first, the others after them in the order of the file. */
export function orderOf({ parties }: Scenario, names: readonly string[] = []): readonly number[] {
  numbersOf('party', parties, names);
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined) throw new InputError([`error: --order: ${quote(twice)} stands there twice`]);
  const first = names.map((name) => parties.findIndex(({ id }) => id === name));
  return [...first, ...[...parties.keys()].filter((party) => !first.includes(party))];
}

function patienceOf(
  scenario: Scenario,
  { patience = {} }: Bargaining,
  wished: string | undefined,
): readonly Fraction[] {
  const typed = assigned(scenario, 'patience', wished, (text): StatedNumber | string => {
    const number = typedNumber(text);
    if (number === null || !(number.value >= 0 && number.value <= 1)) {
      return `expected a number from 0 to 1, found ${quote(text)}`;
    }
    return number;
  });
  return scenario.parties.map(({ id }) => {
    const { num, den } = exactOf(typed.get(id) ?? patience[id] ?? { value: 1 });
    return { num, den };
  });
}

function strategiesOf(
  scenario: Scenario,
  { strategies = {} }: Bargaining,
  wishes: Pick<Wishes, 'strategies' | 'accept' | 'walkOut'>,
): readonly Strategy[] {
  const typed = assigned(scenario, 'strategies', wishes.strategies, readStrategy);
  const accepts = assigned(scenario, 'accept', wishes.accept, readAcceptance);
  const walkOuts = assigned(scenario, 'walk-out', wishes.walkOut, wholeNumber(1, MOST_ROUNDS));
  return scenario.parties.map(({ id }) => {
    const walkOut = walkOuts.get(id);
    return {
      ...(typed.get(id) ?? strategies[id] ?? { kind: 'linear' }),
      ...accepts.get(id),
      ...(walkOut !== undefined && { walkOut }),
    };
  });
}

/** "next" or "time:0.9". */
function readAcceptance(text: string): Pick<Strategy, 'accepts' | 'from'> | string {
  const [name = '', share] = text.split(/:(.*)/s);
  const accepts = ACCEPTANCES.find((known) => known === name);
  if (accepts === undefined) return unknownName('way of accepting', name, [...ACCEPTANCES]);
  if (share === undefined) return { accepts };
  const from = typedNumber(share);
  if (from === null || from.value < 0 || from.value > 1) {
    return `expected a share from 0 to 1 after the colon, found ${quote(share)}`;
  }
  return accepts === 'time' || accepts === 'either' ? { accepts, from } : `${quote(accepts)} takes no number`;
}

/** "a=1,b=2" by party. */
function assigned<T>(
  { parties }: Scenario,
  option: string,
  wished: string | undefined,
  read: (text: string) => T | string,
): ReadonlyMap<string, T> {
  const known = parties.map(({ id }) => id);
  const found = new Map<string, T>();
  for (const entry of namesIn(wished === undefined ? [] : [wished])) {
    const [party = '', text] = entry.split(/=(.*)/s);
    if (text === undefined) {
      throw new InputError([
        `error: --${option}: expected a party and its value such as '${known[0]}=...', found ${quote(entry)}`,
      ]);
    }
    if (!known.includes(party)) throw new InputError([`error: --${option}: ${unknownName('party', party, known)}`]);
    const value = read(text);
    if (typeof value === 'string') throw new InputError([`error: --${option}: ${party}: ${value}`]);
    found.set(party, value);
  }
  return found;
}

/** With few issues at a time there is little in which offers could be alike: none but the best for oneself would be made. */
function usualOffers({ kind }: Protocol, scenario: Scenario): OfferRule {
  return kind === 'agenda' && canList(compileProblem(scenario).problem) ? 'thrifty' : 'similar';
}
