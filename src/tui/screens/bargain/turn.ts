/** Turning what a party does: its strategy along a ladder, its patience, its place in the order; and the deadline. */
import { ROUNDS } from '../../../questions/budgets.ts';
import { partsOf } from '../../../questions/crew.ts';
import { orderOf } from '../../../questions/bargain/setup.ts';
import { strategyWord } from '../../../questions/bargain/words.ts';
import { MOST_ROUNDS } from '../../../scenario/format/limits.ts';
import { strategyText } from '../../../scenario/format/strategy.ts';
import type { Protocol, Scenario } from '../../../scenario/scenario.ts';
import { PROTOCOLS } from '../../../scenario/scenario.ts';
import type { Context } from '../../model/context.ts';
import type { Step } from '../../model/screen.ts';
import type { BargainState } from './state.ts';
import { AGENDAS } from './state.ts';
import { partyAt } from './state.ts';

/** From the one that never gives way to the one that gives way at once, then those that answer the others. */
export const LADDER = [
  'hardliner',
  'boulware:8',
  'boulware:4',
  'boulware:2',
  'linear',
  'conceder:0.5',
  'conceder:0.25',
  'relative-tit-for-tat',
  'absolute-tit-for-tat',
  'averaged-tit-for-tat:3',
  'learning:4',
  'micro',
] as const;

const STEP = 0.01;

export function strategyOf({ bargaining, parties }: Scenario, party: number): string {
  return strategyWord(bargaining?.strategies?.[parties[party]!.id] ?? { kind: 'linear' });
}

export function patienceOf({ bargaining, parties }: Scenario, party: number): number {
  return bargaining?.patience?.[parties[party]!.id]?.value ?? 1;
}

export function roundsOf({ bargaining }: Scenario): number {
  return bargaining?.rounds?.value ?? ROUNDS;
}

/** One step along the ladder; a strategy that is not on it goes to the nearest end of the way asked for. */
export function turnStrategy(context: Context, state: BargainState, by: 1 | -1): Step<BargainState> {
  const { scenario } = context.now;
  const party = partyAt(context, state);
  const at = LADDER.findIndex((name) => name === strategyOf(scenario, party));
  const next = LADDER[at === -1 ? LADDER.indexOf('linear') : at + by];
  if (next === undefined) {
    return { effects: [{ kind: 'say', text: `The list of strategies ${by > 0 ? 'ends' : 'begins'} here.` }] };
  }
  const { id } = scenario.parties[party]!;
  const written = scenario.bargaining?.strategies?.[id];
  if (written !== undefined && strategyText(written) === next) return {};
  return { effects: [{ kind: 'edit', edit: { kind: 'strategy', party: id, strategy: next }, merge: true }] };
}

export function turnPatience(context: Context, state: BargainState, by: 1 | -1): Step<BargainState> {
  const { scenario } = context.now;
  const party = partyAt(context, state);
  const now = patienceOf(scenario, party);
  const value = Number(Math.min(1, Math.max(0, now + by * STEP)).toPrecision(12));
  if (value === now) return { effects: [{ kind: 'say', text: 'Patience lies between 0 and 1.' }] };
  const edit = { kind: 'patience', party: scenario.parties[party]!.id, value } as const;
  return { effects: [{ kind: 'edit', edit, merge: true }] };
}

/** The party one place earlier in the order of speaking; the first one goes to the end. */
export function speakEarlier(context: Context, state: BargainState): Step<BargainState> {
  const { scenario } = context.now;
  const party = partyAt(context, state);
  const order = orderOf(scenario, scenario.bargaining?.order);
  const at = order.indexOf(party);
  const rest = order.filter((other) => other !== party);
  const place = at === 0 ? rest.length : at - 1;
  const turned = [...rest.slice(0, place), party, ...rest.slice(place)].map((other) => scenario.parties[other]!.id);
  return { effects: [{ kind: 'edit', edit: { kind: 'order', order: turned } }] };
}

/** The next protocol; an agenda of the file stays as it is. */
export function turnProtocol({ now: { scenario } }: Context): Step<BargainState> {
  const at = PROTOCOLS.indexOf(protocolOf(scenario));
  const protocol = PROTOCOLS[(at + 1) % PROTOCOLS.length]!;
  return { effects: [{ kind: 'edit', edit: { kind: 'protocol', protocol } }] };
}

export function protocolOf({ bargaining }: Scenario): Protocol {
  return bargaining?.protocol ?? 'alternating';
}

/** Without a stated agenda the issues make so many groups, in the order of the file. */
const GROUPS = 4;

/** All issues at once, then the groups in the order of the file, then the last one first. */
export function turnAgenda({ now: { scenario } }: Context, state: BargainState): Step<BargainState> {
  if (agendaGroups(scenario).length < 2) return { effects: [{ kind: 'say', text: 'There is one group of issues.' }] };
  const at = state.agenda === null ? -1 : AGENDAS.indexOf(state.agenda);
  return { state: { ...state, agenda: AGENDAS[at + 1] ?? null } };
}

/** The agenda as a person would type it; undefined where the file has the say. */
export function agendaOf(scenario: Scenario, { agenda }: Pick<BargainState, 'agenda'>): string | undefined {
  if (agenda === null) return undefined;
  const groups = agendaGroups(scenario);
  return (agenda === 'forwards' ? groups : groups.toReversed()).map((group) => group.join(',')).join(';');
}

function agendaGroups({ issues, bargaining }: Scenario): readonly (readonly string[])[] {
  const stated = bargaining?.agenda?.groups;
  if (stated !== undefined) return stated;
  const ids = issues.map(({ id }) => id);
  return partsOf(ids.length, GROUPS).map(({ from, to }) => ids.slice(from, to));
}

export function turnRounds(context: Context, by: 1 | -1): Step<BargainState> {
  const now = roundsOf(context.now.scenario);
  const value = Math.min(MOST_ROUNDS, Math.max(1, now + by));
  if (value === now) return { effects: [{ kind: 'say', text: `Rounds lie between 1 and ${MOST_ROUNDS}.` }] };
  return { effects: [{ kind: 'edit', edit: { kind: 'rounds', value }, merge: true }] };
}
