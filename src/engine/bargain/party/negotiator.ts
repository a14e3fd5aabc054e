/**
 * A party at the table: its strategy at work, over one session. It is given its own side and the offers as they are made,
 * and nothing else.
 */
import type { Deal } from '../../problem.ts';
import { ceilToDenominator } from '../../ratio.ts';
import type { Random } from '../../random.ts';
import { larger, minus, smaller } from '../../units.ts';
import type { Units } from '../../units.ts';
import { distinct, Ledger } from '../protocol/ledger.ts';
import { ListedDeals } from '../offer/listed-deals.ts';
import { frequencyModel, insistence } from './opinion.ts';
import type { Choice, OwnDeals } from '../offer/own-deals.ts';
import type { OwnSide } from './own-side.ts';
import type { Strategy, TimeDependent } from './strategy.ts';
import { timeTarget } from './target.ts';

/** A round of a session, both from 0 and in all. */
export interface Moment {
  readonly round: number;
  readonly rounds: number;
}

/** What a party would offer, and the least it would have offered. */
export interface Bid extends Choice {
  readonly target: Units;
}

/** What a party thinks in its turn. */
export interface Turn {
  /** The least it asks for now; null where it could sign nothing. */
  readonly target: Units | null;
  /** What it would offer; null where it could sign nothing. */
  readonly bid: () => Bid | null;
  /** Whether it signs another's offer. */
  readonly accepts: (deal: Deal) => boolean;
}

export class Negotiator {
  readonly #strategy: Strategy;
  readonly #random: Random;
  readonly #ledger = new Ledger();
  #side: OwnSide;
  /** The last target of a strategy that answers in kind; null before its first. */
  #lastTarget: Units | null = null;
  /** The last round in which somebody offered what it could sign. */
  #lastWelcome = -1;

  constructor(strategy: Strategy, side: OwnSide, random: Random) {
    this.#strategy = strategy;
    this.#side = side;
    this.#random = random;
  }

  get side(): OwnSide {
    return this.#side;
  }

  /** Other positions hold from now on. */
  takeSide(side: OwnSide): void {
    this.#side = side;
  }

  /** Another party has made the offer. */
  hear(party: number, deal: Deal, { round }: Moment): void {
    this.#ledger.noteOther(party, deal);
    if (this.#side.couldSign(deal)) this.#lastWelcome = round;
  }

  /** It has made the offer itself. */
  note(deal: Deal): void {
    this.#ledger.noteOwn(deal);
  }

  /** True once it has had enough. */
  leaves({ round }: Moment): boolean {
    const { walkOut } = this.#strategy;
    return walkOut !== null && round - this.#lastWelcome > walkOut;
  }

  /** Its turn, or its vote: to be asked for once. */
  turn(moment: Moment): Turn {
    const { deals } = this.#side;
    if (deals === null) return { target: null, bid: () => null, accepts: () => false };
    const { kind } = this.#strategy.concession;
    const stepped = kind === 'micro' ? this.#stepDown(deals) : null;
    const target = stepped?.target ?? this.#target(deals, moment);
    let made = stepped;
    const bid = (): Bid => (made ??= { ...this.#choose(deals, target, moment), target });
    const accepts = (deal: Deal): boolean => this.#side.couldSign(deal) && this.#accepts(deal, target, bid, moment);
    return { target, bid, accepts };
  }

  #accepts(deal: Deal, target: Units, bid: () => Bid, moment: Moment): boolean {
    const { acceptance } = this.#strategy;
    const worth = this.#side.worthOf(deal);
    switch (acceptance.kind) {
      case 'target':
        return worth >= target;
      case 'next':
        return worth >= bid().units;
      case 'time':
        return isLate(moment, acceptance.from);
      case 'either':
        return isLate(moment, acceptance.from) || worth >= bid().units;
    }
  }

  #target(deals: OwnDeals, moment: Moment): Units {
    const { concession } = this.#strategy;
    if (concession.kind === 'time') return this.#timeTarget(deals, moment, concession);
    const asked = this.#lastTarget === null ? deals.best : this.#inKind(this.#lastTarget);
    const target = smaller(deals.best, larger(this.#side.least, asked));
    this.#lastTarget = target;
    return target;
  }

  #timeTarget({ best }: OwnDeals, moment: Moment, concession: TimeDependent): Units {
    const { least, party } = this.#side;
    return timeTarget({ least, best, scale: party.scale }, moment, concession);
  }

  /** The last target less what the others have conceded lately, by the party's own worth of their offers. */
  #inKind(last: Units): Units {
    const { concession } = this.#strategy;
    if (concession.kind !== 'tit-for-tat') return last;
    const back = concession.measure === 'averaged' ? concession.window : 1;
    const heard = this.#ledger.others.filter((offers) => offers.length > 1);
    if (heard.length === 0) return last;
    const sumOf = (at: (offers: readonly Deal[]) => Deal): bigint =>
      heard.reduce((sum, offers) => sum + BigInt(this.#side.worthOf(at(offers))), 0n);
    const before = sumOf((offers) => offers[Math.max(0, offers.length - 1 - back)]!);
    const now = sumOf((offers) => offers.at(-1)!);
    if (concession.measure === 'absolute') {
      return minus(last, ceilToDenominator({ num: now - before, den: BigInt(heard.length) }, 1));
    }
    return before <= 0n || now <= 0n ? last : ceilToDenominator({ num: BigInt(last) * before, den: now }, 1);
  }

  #choose(deals: OwnDeals, target: Units, moment: Moment): Choice {
    const { others } = this.#ledger;
    switch (this.#strategy.offers) {
      case 'thrifty':
        return deals.thrifty(target);
      case 'similar':
        return deals.nearest(insistence(this.#side.problem, others), target);
      case 'learned':
        return deals.nearest(frequencyModel(this.#side.problem, others), target);
      case 'random':
        return deals.random(target, this.#ceiling(deals, target, moment), this.#random);
    }
  }

  /** The target of the round before: what is worth more than that is no concession. */
  #ceiling(deals: OwnDeals, target: Units, { round, rounds }: Moment): Units {
    const { concession } = this.#strategy;
    if (concession.kind !== 'time' || round === 0) return deals.best;
    return larger(target, this.#timeTarget(deals, { round: round - 1, rounds }, concession));
  }

  /** Its deals from the best down; an earlier offer again while some other party has made fewer. */
  #stepDown(deals: OwnDeals): Bid {
    if (!(deals instanceof ListedDeals)) throw new RangeError('this strategy is for spaces that can be listed');
    const made = distinct(this.#ledger.own);
    const { others, own } = this.#ledger;
    const mayStep = made === 0 || (others.length > 0 && others.every((offers) => distinct(offers) >= made));
    const next = deals.bestFirst[made];
    if (mayStep && next !== undefined) return { ...next, proven: true, target: next.units };
    // Positions of a later stage may leave fewer deals than were offered before, and none of these.
    const least = deals.bestFirst[Math.min(made, deals.bestFirst.length) - 1]!.units;
    const open = own.filter((deal) => this.#side.couldSign(deal));
    const deal = open[Math.floor(this.#random() * open.length)];
    if (deal === undefined) return { ...deals.bestFirst[0]!, proven: true, target: least };
    return { deal, units: this.#side.worthOf(deal), proven: true, target: least };
  }
}

function isLate({ round, rounds }: Moment, from: number): boolean {
  return round >= from * rounds;
}
