/** Words for protocols, strategies and offers that the reports and the screen share. */
import type { Protocol } from '../../engine/bargain/protocol/protocol.ts';
import { strategyText, STRATEGY_NUMBERS } from '../../scenario/format/strategy.ts';
import type { Scenario, Strategy } from '../../scenario/scenario.ts';
import { counted } from '../../report/text/number.ts';
import { issueTitle, listed, optionLabel, partyInside, partyShort } from '../../report/view/words.ts';
import type { Setup } from './case.ts';
import type { ClauseMove } from './moves.ts';

/** "boulware:4", with the number it has where none was given. */
export function strategyWord(strategy: Strategy): string {
  const usual = STRATEGY_NUMBERS[strategy.kind]?.usual;
  const { kind, number = usual === undefined ? undefined : { value: usual } } = strategy;
  return strategyText(number === undefined ? { kind } : { kind, number });
}

/** What is said of a strategy beside its name: "offers thrifty, leaves after 5 rounds"; empty where nothing is. */
export function mannerWords({ offers, accepts, from, walkOut }: Strategy): string {
  return [
    ...(offers === undefined ? [] : [`offers ${offers}`]),
    ...(accepts === undefined ? [] : [`accepts ${accepts}${from === undefined ? '' : `:${from.value}`}`]),
    ...(walkOut === undefined ? [] : [`leaves after ${counted(walkOut.value, 'round')}`]),
  ].join(', ');
}

/** What the protocol lets everybody do, in a sentence. */
export function protocolSentence(scenario: Scenario, { protocol, order }: Setup): string {
  const whole = protocol.kind === 'agenda' ? protocol.each : protocol;
  const names = listed(order.map((party) => partyInside(scenario, party)));
  const groups =
    protocol.kind === 'agenda'
      ? ` The issues are settled in ${counted(protocol.groups.length, 'group')}, one after the other${protocol.revisable ? ', and may be opened again' : ''}.`
      : '';
  return wholeSentence(whole, names) + groups;
}

function wholeSentence(protocol: Exclude<Protocol, { readonly kind: 'agenda' }>, names: string): string {
  switch (protocol.kind) {
    case 'alternating':
      return `Alternating offers: ${names} in turn accept the standing offer or replace it by their own.`;
    case 'single-text':
      return `One text, changed by a mediator who ${protocol.mediator === 'blind' ? 'tries changes at random' : 'knows all numbers and picks the change with the largest least gain'}; each party says whether it is better or worse off.`;
    case 'simultaneous':
      return 'Everybody tables an offer in each round; whoever risks least by a conflict comes down.';
    case 'random-proposer':
      return 'In each round a proposer is drawn, and the others vote.';
  }
}

/** Why there is no offer at all. */
export function noOffersWords({ protocol }: Setup): string {
  const { kind } = protocol.kind === 'agenda' ? protocol.each : protocol;
  return kind === 'single-text'
    ? 'The text stays as it began: no change that was tried passed.'
    : 'Nobody could sign anything, so nobody made an offer.';
}

/** "Force cap: 600 -> 800 thousand". */
export function clauseMoveWords(scenario: Scenario, move: ClauseMove): string {
  return `${issueTitle(scenario, move.issue)}: ${optionMoveWords(scenario, move)}`;
}

/** "600 -> 800 thousand". */
export function optionMoveWords(scenario: Scenario, { issue, from, to }: ClauseMove): string {
  return `${optionLabel(scenario, issue, from)} -> ${optionLabel(scenario, issue, to)}`;
}

/** "mediator" where no party made it. */
export function proposerShort(scenario: Scenario, party: number | null): string {
  return party === null ? 'mediator' : partyShort(scenario, party);
}

export function proposerName(scenario: Scenario, party: number | null): string {
  return party === null ? 'the mediator' : partyInside(scenario, party);
}
