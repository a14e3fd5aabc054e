/**
 * Offers in turn as a game in extensive form that Gambit reads (.efg): the nodes in prefix order, each with an information
 * set of its own.
 */
import { exactGains } from '../../engine/bargain/foresight/gain.ts';
import type { Ballot } from '../../engine/bargain/foresight/game.ts';
import { ratioText, multiply } from '../../exact/fraction.ts';
import type { Fraction } from '../../exact/fraction.ts';
import type { Deal } from '../../engine/problem.ts';
import { quoted } from '../../report/text/gambit.ts';
import { counted } from '../../report/text/number.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { GameCase } from './case.ts';

const ONE: Fraction = { num: 1n, den: 1n };

/** What is still to be written: the choice of a proposer, or what is left of the votes on an offer. */
interface Pending {
  readonly round: number;
  /** Null: the proposer's choice. */
  readonly offer: { readonly deal: Deal; readonly ballot: Ballot } | null;
}

/** Payoffs are gains in points counted in round 1, exactly. The same case gives the same text. */
export function gambitText(of: GameCase): string {
  const { scenario, turns, setup } = of;
  const labels = labelsOf(of);
  const outcomes = new Outcomes(of, labels);
  const sets = scenario.parties.map(() => 0);
  const choice = (node: string, party: number, actions: readonly string[]): string =>
    `p ${quoted(node)} ${party + 1} ${++sets[party]!} "" { ${actions.map(quoted).join(' ')} } 0`;
  const lines: string[] = [];
  const pending: Pending[] = [{ round: 1, offer: null }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { round, offer } = next;
    if (offer === null && round > setup.rounds) {
      lines.push(outcomes.none);
    } else if (offer === null) {
      const { proposer, offers } = turns[(round - 1) % turns.length]!;
      lines.push(choice(`round ${round}`, proposer, [...offers.map(({ deal }) => labels.get(deal)!), 'pass']));
      pending.push({ round: round + 1, offer: null });
      for (const { deal, ballot } of offers.toReversed()) pending.push(remaining(round, deal, ballot));
    } else if (offer.ballot.kind === 'vote') {
      const { deal, ballot } = offer;
      const { accept, reject } = ballot;
      lines.push(choice(labels.get(deal)!, ballot.party, accept === null ? ['reject'] : ['accept', 'reject']));
      for (const after of [reject, accept]) if (after !== null) pending.push(remaining(round, deal, after));
    } else {
      lines.push(outcomes.of(round, offer.deal));
    }
  }
  return [
    `EFG 2 R ${quoted(scenario.title)} { ${scenario.parties.map(({ id }) => quoted(id)).join(' ')} }`,
    quoted(comment(of)),
    '',
    ...lines,
    '',
  ].join('\n');
}

function remaining(round: number, deal: Deal, ballot: Ballot): Pending {
  return ballot.kind === 'lost' ? { round: round + 1, offer: null } : { round, offer: { deal, ballot } };
}

/** The ends of the game, each with its number, name and payoffs. */
class Outcomes {
  readonly none: string;
  readonly #of: GameCase;
  readonly #labels: ReadonlyMap<Deal, string>;
  readonly #numbers: ReadonlyMap<Deal, number>;
  readonly #known = new Map<number, string>();

  constructor(of: GameCase, labels: ReadonlyMap<Deal, string>) {
    this.#of = of;
    this.#labels = labels;
    this.#numbers = new Map(of.deals.map((deal, k) => [deal, k]));
    this.none = `t "" 1 "no deal" { ${of.scenario.parties.map(() => '0').join(' ')} }`;
  }

  of(round: number, deal: Deal): string {
    const number = 2 + (round - 1) * this.#of.deals.length + this.#numbers.get(deal)!;
    const known = this.#known.get(number) ?? this.#line(number, round, deal);
    this.#known.set(number, known);
    return known;
  }

  #line(number: number, round: number, deal: Deal): string {
    const { compiled, setup } = this.#of;
    const payoffs = exactGains(compiled.problem, deal).map((gain, party) =>
      ratioText(multiply(gain, power(setup.patience[party]!, round - 1))),
    );
    return `t "" ${number} ${quoted(`round ${round}: ${this.#labels.get(deal)!}`)} { ${payoffs.join(' ')} }`;
  }
}

function power({ num, den }: Fraction, exponent: number): Fraction {
  return exponent === 0 ? ONE : { num: num ** BigInt(exponent), den: den ** BigInt(exponent) };
}

/** Each deal by the issues on which there is something to choose among the deals; all issues where there is nothing. */
function labelsOf({ scenario, deals }: GameCase): ReadonlyMap<Deal, string> {
  const issues = [...scenario.issues.keys()];
  const open = issues.filter((issue) => isOpen(deals, issue));
  return new Map(deals.map((deal) => [deal, clauses(scenario, deal, open.length === 0 ? issues : open)]));
}

function isOpen(deals: readonly Deal[], issue: number): boolean {
  return deals.some((deal) => deal[issue] !== deals[0]![issue]);
}

function clauses({ issues }: GameCase['scenario'], deal: Deal, told: readonly number[]): string {
  return told.map((issue) => `${issues[issue]!.id}=${optionId(issues[issue]!, deal[issue]!)}`).join(', ');
}

function comment({ scenario, setup, deals, nodes }: GameCase): string {
  const ids = (parties: readonly number[]): string => parties.map((party) => scenario.parties[party]!.id).join(', ');
  const settled = [...scenario.issues.keys()].filter((issue) => !isOpen(deals, issue));
  const [first] = deals;
  return [
    `Alternating offers with complete information: ${counted(setup.rounds, 'round')}, ${counted(deals.length, 'deal')}, ${counted(Number(nodes), 'node')}.`,
    `The parties propose in the order ${ids(setup.order)}; the proposer offers a deal that it could sign or lets the round pass.`,
    'The others then vote, the next in the order first, until enough have accepted or no longer can; without a deal the next round follows.',
    'Left out are deals that no sufficient set of parties could sign: they could only be rejected.',
    'A party that can only reject an offer would break a red line with it, or be below the least it signs for.',
    'Payoffs are points above no deal, times the patience of the party for each round after the first.',
    'Backward induction gives the values of winset bargain --equilibrium, where whoever is indifferent accepts.',
    `Patience for a round: ${setup.patience.map((patience, party) => `${scenario.parties[party]!.id} ${ratioText(patience)}`).join(', ')}.`,
    ...(first === undefined || settled.length === 0 || settled.length === scenario.issues.length
      ? []
      : [`In every deal: ${clauses(scenario, first, settled)}.`]),
    ...(setup.patience.some(({ num }) => num === 0n)
      ? ['To a party with patience 0 all that comes after round 1 is the same here.']
      : []),
  ].join(' ');
}
