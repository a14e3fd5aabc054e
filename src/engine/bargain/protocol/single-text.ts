/**
 * The one-text procedure (Fisher 1978): a mediator shows a change of one text, and where enough parties do not object, it
 * becomes the text. Parties go by their own utility, red lines before points; `annealed` ones put up with small losses,
 * ever smaller ones as time goes by (Klein, Faratin, Sayama and Bar-Yam 2003).
 */
import { keepsRules, matches, utilityUnits } from '../../deal.ts';
import type { Deal, Problem } from '../../problem.ts';
import { optionCount } from '../../problem.ts';
import type { Random } from '../../random.ts';
import { spaceRegion } from '../../region.ts';
import { isInRegion } from '../../region.ts';
import { findDeal } from '../../search/maximise.ts';
import { inPoints, minus } from '../../units.ts';
import { coarseSuperset } from '../../zone/count-region.ts';
import type { Session } from '../answer.ts';
import { changesOf } from '../offer/changes.ts';
import type { Moment } from '../party/negotiator.ts';
import type { WholeProtocol } from './protocol.ts';
import type { Table } from './table.ts';

type SingleText = Extract<WholeProtocol, { readonly kind: 'single-text' }>;

/** Loss in points that is put up with in the first round with a chance of 1 / e. */
const HEAT = 3;

/** Changes in vain after which it is looked whether any change would pass. */
const IN_VAIN = 50;

/** States of the diagram that a first text is drawn from, and draws and changes that may break the rules. */
const STATES = 5_000;
const MOST_MISSES = 200;

export function singleText(table: Table, protocol: SingleText, random: Random): Session {
  const start = firstText(table.problem, protocol.start, random);
  if (start === null) return table.failed('deadline');
  let text = start;
  const parties = [...table.seated];
  let vain = 0;
  let round = 0;
  for (; round < table.rounds; round++) {
    if (table.isStopped) return table.failed('stopped');
    const moment = { round, rounds: table.rounds };
    if (table.open(moment)) vain = 0;
    const heat = protocol.annealed ? HEAT * (1 - round / table.rounds) : 0;
    const shown = changeOf(table, text, protocol, vain, random);
    if (shown === null) break;
    const putUpWith = parties.filter((party) => !objects(table.problem, party, text, shown, heat, random));
    table.show(shown, putUpWith, moment);
    const isBetter = heat > 0 || parties.some((party) => opinion(table.problem, party, text, shown) > 0);
    const passes = isBetter && table.isDeal(shown, putUpWith);
    vain = passes ? 0 : vain + 1;
    if (passes) text = shown;
  }
  const last: Moment = { round: Math.min(round, table.rounds - 1), rounds: table.rounds };
  const signers = parties.filter((party) => table.negotiator(party).side.couldSign(text));
  return table.isDeal(text, signers) ? table.agreed(null, text, signers, last) : table.failed('deadline');
}

/** The start with its open issues filled in: by chance, or, where chance finds nothing lawful, by a search. */
function firstText(problem: Problem, start: readonly (number | null)[], random: Random): Deal | null {
  const region = { ...spaceRegion(problem), fixed: start };
  const deals = coarseSuperset(problem, region, STATES);
  for (let miss = 0; deals.total > 0n && miss < MOST_MISSES; miss++) {
    const deal = deals.draw(random);
    if (isInRegion(problem, region, deal)) return deal;
  }
  return findDeal(problem, region, { nodes: 0 })?.deal ?? null;
}

/** What the mediator shows next; null once no change of up to two clauses would pass. */
function changeOf(table: Table, text: Deal, protocol: SingleText, vain: number, random: Random): Deal | null {
  if (protocol.mediator === 'informed') return bestChange(table, text);
  // Who puts up with losses may pass a change that nobody wants.
  const isStuck = !protocol.annealed && vain > 0 && vain % IN_VAIN === 0 && bestChange(table, text) === null;
  return isStuck ? null : randomChange(table.problem, text, random);
}

/** One or two clauses changed by chance, within the rules; the text itself where chance finds nothing. */
function randomChange(problem: Problem, text: Deal, random: Random): Deal {
  const open = [...text.keys()].filter((issue) => optionCount(problem, issue) > 1);
  if (open.length === 0) return text;
  const pick = (below: number): number => Math.floor(random() * below);
  for (let miss = 0; miss < MOST_MISSES; miss++) {
    const changed = [...text];
    for (let clause = pick(2); clause >= 0; clause--) {
      const issue = open[pick(open.length)]!;
      changed[issue] = pick(optionCount(problem, issue));
    }
    if (changed.join() !== text.join() && keepsRules(problem, changed)) return changed;
  }
  return text;
}

/**
 * Of the changes of up to two clauses to which enough do not object and that somebody likes, the one with the largest
 * least gain, then the largest sum, then the first; null where there is none.
 */
function bestChange(table: Table, text: Deal): Deal | null {
  const { problem, seated } = table;
  let best: { readonly deal: Deal; readonly least: number; readonly sum: number } | null = null;
  for (const deal of changesOf(problem, text)) {
    const opinions = seated.map((party) => opinion(problem, party, text, deal));
    const putUpWith = seated.filter((_, place) => opinions[place]! >= 0);
    if (!opinions.some((points) => points > 0) || !table.isDeal(deal, putUpWith) || !keepsRules(problem, deal))
      continue;
    const least = Math.min(...opinions);
    const sum = opinions.reduce((total, points) => total + points, 0);
    if (best === null || least > best.least || (least === best.least && sum > best.sum)) best = { deal, least, sum };
  }
  return best?.deal ?? null;
}

/** What the change is worth to the party in points; a red line crossed or no longer crossed counts before all points. */
function opinion(problem: Problem, index: number, from: Deal, to: Deal): number {
  const party = problem.parties[index]!;
  const crossed = (deal: Deal): number => party.redLines.filter((line) => matches(deal, line)).length;
  const lines = crossed(from) - crossed(to);
  if (lines !== 0) return lines > 0 ? Infinity : -Infinity;
  return inPoints(minus(utilityUnits(problem, party, to), utilityUnits(problem, party, from)), party.scale);
}

function objects(problem: Problem, party: number, from: Deal, to: Deal, heat: number, random: Random): boolean {
  const points = opinion(problem, party, from, to);
  return points < 0 && (heat === 0 || random() >= Math.exp(points / heat));
}
