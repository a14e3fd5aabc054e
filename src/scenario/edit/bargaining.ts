/**
 * What a scenario says of bargaining: changing it, and what two states of it have in different places, in words.
 */
import { dequal } from 'dequal';
import type { Draft as Mutable } from 'immer';
import { castDraft } from 'immer';
import { setByHand } from './numbers.ts';
import { MOST_ROUNDS } from '../format/limits.ts';
import type { BargainingEdit } from '../format/schema-edit.ts';
import { readStrategy, strategyText } from '../format/strategy.ts';
import type { Agenda, Bargaining, Mediation, Scenario, StatedNumber, Strategy } from '../scenario.ts';
import { PROTOCOLS } from '../scenario.ts';
import { quote, unknownName } from '../suggest.ts';
import { changeText, issueTitle, partyName } from './wording.ts';

/** Puts a change on what stands: patience, strategies and chances party by party, everything else as a whole. */
export function writeBargaining(draft: Mutable<Scenario>, change: Bargaining): void {
  const { patience, strategies, chances, ...rest } = castDraft(change);
  const standing = (draft.bargaining ??= {});
  Object.assign(standing, rest);
  if (patience !== undefined) standing.patience = { ...standing.patience, ...patience };
  if (strategies !== undefined) standing.strategies = { ...standing.strategies, ...strategies };
  if (chances !== undefined) standing.chances = { ...standing.chances, ...chances };
}

/**
 * Makes an edit of a person; why it cannot be made, or null. What is set back to what `origin` has is origin's own
 * again, with its range, reason and sources.
 */
export function writeBargainingEdit(
  draft: Mutable<Scenario>,
  edit: BargainingEdit,
  scenario: Scenario,
  origin: Scenario,
): string | null {
  const change = changeOf(edit, scenario, origin.bargaining ?? {});
  if (typeof change === 'string') return change;
  writeBargaining(draft, change);
  return null;
}

function changeOf(
  edit: BargainingEdit,
  { parties, bargaining: standing = {} }: Scenario,
  origin: Bargaining,
): Bargaining | string {
  const known = parties.map(({ id }) => id);
  if ('party' in edit && !known.includes(edit.party)) return unknownName('party', edit.party, known);
  switch (edit.kind) {
    case 'protocol': {
      const protocol = PROTOCOLS.find((name) => name === edit.protocol);
      return protocol === undefined ? unknownName('protocol', edit.protocol, PROTOCOLS) : { protocol };
    }
    case 'rounds':
      if (!Number.isInteger(edit.value) || edit.value < 1 || edit.value > MOST_ROUNDS) {
        return `rounds must be a whole number from 1 to ${MOST_ROUNDS}`;
      }
      return { rounds: byHand(origin.rounds, edit.value, origin) };
    case 'order': {
      const stranger = edit.order.find((party) => !known.includes(party));
      if (stranger !== undefined) return unknownName('party', stranger, known);
      const twice = edit.order.find((party, k) => edit.order.indexOf(party) < k);
      return twice === undefined ? { order: edit.order } : `${quote(twice)} stands in the order twice`;
    }
    case 'patience':
      if (!(edit.value >= 0 && edit.value <= 1)) return 'patience must be a number from 0 to 1';
      return { patience: { [edit.party]: byHand(origin.patience?.[edit.party], edit.value, origin) } };
    case 'strategy': {
      const strategy = readStrategy(edit.strategy);
      if (typeof strategy === 'string') return strategy;
      const old = origin.strategies?.[edit.party];
      if (old !== undefined && sameStrategy(old, strategy)) return { strategies: { [edit.party]: old } };
      return { strategies: { [edit.party]: { ...strategy, ...mannersOf(standing.strategies?.[edit.party]) } } };
    }
  }
}

/** What stays of a strategy where its kind is another: how it offers, what it accepts, when it leaves. */
function mannersOf(strategy: Strategy | undefined): Omit<Strategy, 'kind'> {
  const { offers, accepts, from, walkOut } = strategy ?? {};
  return {
    ...(offers !== undefined && { offers }),
    ...(accepts !== undefined && { accepts }),
    ...(from !== undefined && { from }),
    ...(walkOut !== undefined && { walkOut }),
  };
}

function byHand(old: StatedNumber | undefined, value: number, around: Bargaining): StatedNumber {
  return old === undefined ? { value } : setByHand(old, { value }, around);
}

function sameStrategy(a: Strategy, b: Strategy): boolean {
  return strategyText(a) === strategyText(b);
}

/** The places of the bargaining, in the order of the format. */
export const BARGAINING_KEYS = [
  'protocol',
  'rounds',
  'order',
  'patience',
  'strategies',
  'agenda',
  'mediator',
  'redLines',
  'chances',
] as const;

/** One place of the bargaining that is another than before; the place is its key, and the party where it is of one. */
export interface BargainingDifference {
  readonly key: (typeof BARGAINING_KEYS)[number];
  readonly party: string | null;
  /** "Ukraine: patience 0.97 -> 0.9" */
  readonly text: string;
}

/** In the order of the format; per party in the order of the file. */
export function bargainingDifferences(before: Scenario, after: Scenario): readonly BargainingDifference[] {
  const [old, now] = [before.bargaining ?? {}, after.bargaining ?? {}];
  if (old === now) return [];
  const whole = (
    key: 'protocol' | 'order' | 'agenda' | 'mediator' | 'redLines',
    textOf: (of: Bargaining) => string,
  ): BargainingDifference[] =>
    dequal(old[key], now[key]) ? [] : [{ key, party: null, text: `${key}: ${textOf(old)} -> ${textOf(now)}` }];
  const rounds: BargainingDifference[] = dequal(old.rounds, now.rounds)
    ? []
    : [{ key: 'rounds', party: null, text: `rounds: ${changeText(old.rounds ?? null, now.rounds ?? null)}` }];
  return [
    ...whole('protocol', ({ protocol = 'none' }) => protocol),
    ...rounds,
    ...whole('order', ({ order }) => orderText(after, order)),
    ...after.parties.flatMap(({ id: party }): BargainingDifference[] => {
      const [from, to] = [old.patience?.[party], now.patience?.[party]];
      if (dequal(from, to)) return [];
      const text = `${partyName(after, party)}: patience ${changeText(from ?? null, to ?? null)}`;
      return [{ key: 'patience', party, text }];
    }),
    ...after.parties.flatMap(({ id: party }): BargainingDifference[] => {
      const [from, to] = [old.strategies?.[party], now.strategies?.[party]];
      if (dequal(from, to)) return [];
      const text = `${partyName(after, party)}: strategy ${mannerText(from)} -> ${mannerText(to)}`;
      return [{ key: 'strategies', party, text }];
    }),
    ...whole('agenda', ({ agenda }) => agendaText(after, agenda)),
    ...whole('mediator', ({ mediator }) => mediatorText(mediator)),
    ...whole('redLines', ({ redLines = 'private' }) => redLines),
    ...after.parties.flatMap(({ id: party }): BargainingDifference[] => {
      const [from, to] = [old.chances?.[party], now.chances?.[party]];
      if (dequal(from, to)) return [];
      const text = `${partyName(after, party)}: chance to propose ${changeText(from ?? null, to ?? null)}`;
      return [{ key: 'chances', party, text }];
    }),
  ];
}

/** The edit in words, as `describeEdit` has them. */
export function bargainingEditText(before: Scenario, edit: BargainingEdit): string {
  const now = before.bargaining ?? {};
  switch (edit.kind) {
    case 'protocol':
      return `protocol: ${now.protocol ?? 'none'} -> ${edit.protocol}`;
    case 'rounds':
      return `rounds: ${now.rounds?.value ?? 'none'} -> ${edit.value}`;
    case 'order':
      return `order: ${orderText(before, now.order)} -> ${orderText(before, edit.order)}`;
    case 'patience':
      return `${partyName(before, edit.party)}: patience ${now.patience?.[edit.party]?.value ?? 'none'} -> ${edit.value}`;
    case 'strategy':
      return `${partyName(before, edit.party)}: strategy ${nameOf(now.strategies?.[edit.party])} -> ${edit.strategy}`;
  }
}

function nameOf(strategy: Strategy | undefined): string {
  return strategy === undefined ? 'none' : strategyText(strategy);
}

/** The name with everything that is said beside it: "boulware:8, offers thrifty, leaves after 5". */
function mannerText(strategy: Strategy | undefined): string {
  const { offers, accepts, from, walkOut } = strategy ?? {};
  return [
    nameOf(strategy),
    ...(offers === undefined ? [] : [`offers ${offers}`]),
    ...(accepts === undefined ? [] : [`accepts ${accepts}${from === undefined ? '' : ` from ${from.value}`}`]),
    ...(walkOut === undefined ? [] : [`leaves after ${walkOut.value}`]),
  ].join(', ');
}

function mediatorText(mediator: Mediation | undefined): string {
  if (mediator === undefined) return 'none';
  const { kind = 'informed', text, annealed } = mediator;
  return [kind, ...(text === undefined ? [] : [`from ${text}`]), ...(annealed === true ? ['annealed'] : [])].join(', ');
}

function orderText(names: Scenario, order: readonly string[] | undefined): string {
  return order === undefined ? 'none' : order.map((party) => partyName(names, party)).join(', ');
}

function agendaText(names: Scenario, agenda: Agenda | undefined): string {
  if (agenda === undefined) return 'none';
  const groups = agenda.groups.map((group) => group.map((issue) => issueTitle(names, issue)).join(', '));
  return `${groups.join('; then ')}${agenda.revisable ? ' (revisable)' : ''}`;
}
