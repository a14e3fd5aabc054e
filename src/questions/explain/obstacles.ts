/** Why a zone is empty: the conflicts, the ways out, and the smallest openings with the deals they lead to. */
import type { Constraint, LeastWorth } from '../../engine/answer.ts';
import type { Obstacles, Opening, OpeningWay } from '../../engine/explain/answer.ts';
import type { ExplainCase } from './case.ts';
import { counted, percent } from '../../report/text/number.ts';
import { gainCellsOf, gainLegend, letterOf, partyRows, dealDigits } from '../../report/view/deals.ts';
import type { DealsView } from '../../report/view/deals.ts';
import type { Focus } from '../../report/view/focus.ts';
import { inNeutralOrder } from '../../report/view/ways-out.ts';
import { conflictSentence, givingWords, redLineName, repairSentence } from './words.ts';
import type { ListView } from './words.ts';
import { capital } from '../../report/text/capital.ts';
import {
  demandName,
  demandSentence,
  issueTitle,
  listed,
  partyInside,
  partyName,
  beginning,
} from '../../report/view/words.ts';
import { everybody, needed, statedOf } from '../../report/digits.ts';

const MOST_SETS = 6;
const MOST_DEALS = 4;

export function conflictsList(of: ExplainCase, { conflicts, complete }: Obstacles, focus: Focus): ListView {
  const shown = focus.all ? conflicts : conflicts.slice(0, MOST_SETS);
  return {
    title: 'Demands that exclude each other',
    intro: conflicts.length === 1 ? 'One conflict, with nothing in it that could be left out.' : SMALLEST_FIRST,
    rows: shown.map((conflict, k) => ({ label: String(k + 1), text: conflictSentence(of, conflict) })),
    notes: [...cutNote(conflicts.length - shown.length, 'conflict'), completeness(complete)],
  };
}

const SMALLEST_FIRST = 'The smallest first; nothing in a conflict could be left out.';

function completeness(complete: boolean): string {
  return complete
    ? 'Proven: these are all there are.'
    : 'The search ended at its limit: each one is proven, but there may be more.';
}

/** What the demands of the conflicts shown say, in the words of the file. */
export function demandsList(of: ExplainCase, { conflicts }: Obstacles, focus: Focus): ListView {
  const shown = focus.all ? conflicts : conflicts.slice(0, MOST_SETS);
  const distinct = new Map<string, Constraint>();
  for (const demand of shown.flat()) distinct.set(JSON.stringify(demand), demand);
  const ordered = [...distinct.values()].sort((a, b) => a.party - b.party);
  return {
    title: 'What these demands say',
    intro: '',
    rows: ordered.map((demand) => ({
      label: partyName(of.scenario, demand.party),
      text: `${demand.kind === 'redLine' ? `red line ${demandName(of, demand)}: ` : ''}${demandSentence(of, demand)}`,
    })),
    notes: [],
  };
}

export function repairsList(of: ExplainCase, { repairs, complete }: Obstacles, focus: Focus): ListView {
  const ordered = repairsInOrder(of, repairs);
  const shown = focus.all ? ordered : ordered.slice(0, MOST_SETS);
  return {
    title: 'Ways out',
    intro: 'Sets of demands to set aside, the smallest first; every other demand is met.',
    rows: shown.map((repair, k) => ({ label: String(k + 1), text: repairSentence(of, repair) })),
    notes: [...cutNote(repairs.length - shown.length, 'way out', 'ways out'), completeness(complete)],
  };
}

/** By size; those of one size in neutral order. */
export function repairsInOrder(of: ExplainCase, repairs: Obstacles['repairs']): Obstacles['repairs'] {
  return inNeutralOrder(
    of,
    repairs.map((drop) => ({ drop })),
  )
    .map(({ drop }) => drop)
    .toSorted((a, b) => a.length - b.length);
}

/** Issues on which an option that nobody has listed would open the zone, and the least it would have to be worth. */
export function newOptionsList(of: ExplainCase, { newOptions: { found, complete } }: Obstacles): ListView {
  return {
    title: 'An option that is not on the list',
    intro:
      'The verdict is about the options listed. One more option on one of these issues would open a zone, if it is worth ' +
      'this much to each party; percentages lie between its worst option there (0 %) and its best.',
    rows: found.flatMap(({ issue, least }) =>
      least.map((worth, k) => ({
        label: k === 0 ? issueTitle(of.scenario, issue) : 'or',
        text: worthWords(of, worth),
      })),
    ),
    notes: [
      ...(found.length === 0 ? ['On no single issue, however good the option.'] : []),
      ...(complete ? [] : ['Some issues were not decided within the search budget.']),
    ],
  };
}

function worthWords(of: ExplainCase, { points: worth, share, proven }: LeastWorth): string {
  const words = worth.flatMap((value, party) => {
    if (value === null) return [];
    const part = share[party] ?? null;
    const place = part === null ? '' : ` (${percent(part)})`;
    return [
      `${partyInside(of.scenario, party)} ${part === 0 ? 'no more than its worst option' : `${statedOf(of, party, value, 'up')}${place}`}`,
    ];
  });
  return `${beginning(listed(words))}${proven ? '' : '; less may do'}.`;
}

function cutNote(left: number, noun: string, plural?: string): string[] {
  return left === 0
    ? []
    : [`${capital(counted(left, `more ${noun}`, `more ${plural ?? `${noun}s`}`))}; --all shows them.`];
}

export interface OpeningsView {
  readonly measures: ListView;
  readonly deals: DealsView;
}

/** The four measures, and the deals that they lead to side by side. */
export function openingsView(of: ExplainCase, { openings }: Obstacles, focus: Focus): OpeningsView {
  const { total, largest, parties, redLines } = openings;
  const all = [total, largest, parties, redLines].filter((opening) => opening !== null);
  const ways = distinctWays(all.flatMap((opening) => waysOf(of, opening).slice(0, MOST_DEALS)));
  const shown = focus.all ? ways : ways.slice(0, MOST_DEALS);
  const letters = new Map(shown.map((way, k) => [keyOf(way), letterOf(k)]));
  const digits = dealDigits(of, focus, shown);
  const first = total === null ? null : waysWords(of, total, letters);
  const text = (opening: Opening | null, measure: (value: number) => string): string => {
    if (opening === null) return 'Not known within the search budget.';
    const words = waysWords(of, opening, letters);
    return `${measure(opening.value)}. ${opening !== total && words === first ? 'As above.' : words}`;
  };
  return {
    measures: {
      title: 'The smallest opening',
      intro:
        `By four measures${all.length === 4 ? ', each proven' : '; those that are given are proven'}. The first two keep red lines where points alone can open a zone; the last ` +
        'keeps thresholds where dropping red lines alone can.',
      rows: [
        { label: 'points in total', text: text(total, () => openingPrice(of, total)) },
        { label: 'largest cut', text: text(largest, () => `${openingPrice(of, largest)} points`) },
        { label: 'parties', text: text(parties, (value) => counted(value, 'party', 'parties')) },
        { label: 'red lines', text: text(redLines, (value) => counted(value, 'red line', 'red lines')) },
      ],
      notes: [],
    },
    deals: {
      title: 'Deals they lead to',
      intro: `Where red lines alone are dropped, the Nash deal (largest product of gains) is shown. ${gainLegend(of)}`,
      parties: partyRows(of, focus, digits),
      columns: shown.map((way, k) => ({
        letter: letterOf(k),
        heading: beginning(givingWords(of, way)),
        remarks: [...signerRemarks(of, way), ...(way.proven ? [] : ['best found; not proven best'])],
        deal: way.deal,
        cells: gainCellsOf(of, focus, way, digits),
      })),
      notes:
        ways.length === shown.length
          ? []
          : [`${counted(ways.length - shown.length, 'more way')} out; --all shows them.`],
      commands: shown.flatMap((way, k) => {
        if (!way.nash) return [];
        const lines = way.dropped.map((line) => redLineName(of.scenario, line));
        return [{ letter: letterOf(k), text: `${focus.command} --without ${lines.join(' ')}` }];
      }),
    },
  };
}

/** The ways of an opening, once each; those that drop red lines alone in the order of every list of ways out. */
function waysOf(of: ExplainCase, { ways }: Opening): readonly OpeningWay[] {
  const distinct = distinctWays(ways);
  const lines = distinct.filter(({ nash }) => nash).map((way) => ({ way, drop: way.dropped }));
  return [...inNeutralOrder(of, lines).map(({ way }) => way), ...distinct.filter(({ nash }) => !nash)];
}

/** "8.0", or "more than 8.0" where some party signs only for more than it asks for. */
export function openingPrice(of: ExplainCase, opening: Opening | null): string {
  if (opening === null) return '';
  const figure = needed(of, everybody(of), opening.value);
  return opening.ways.some(({ beyond }) => beyond.length > 0) ? `more than ${figure}` : figure;
}

/** A way out once, by what the parties give up: with the first of the deals that it leads to. */
export function distinctWays(ways: readonly OpeningWay[]): readonly OpeningWay[] {
  return [...new Map(ways.toReversed().map((way) => [keyOf(way), way])).values()].toReversed();
}

function keyOf({ cuts, beyond, dropped }: OpeningWay): string {
  return JSON.stringify([cuts, beyond, dropped]);
}

function waysWords(of: ExplainCase, opening: Opening, letters: ReadonlyMap<string, string>): string {
  const ways = waysOf(of, opening);
  const shown = ways.slice(0, MOST_DEALS);
  const words = shown.map((way) => {
    const letter = letters.get(keyOf(way));
    return `${givingWords(of, way)}${letter === undefined ? '' : ` (deal ${letter})`}`;
  });
  const left = ways.length - shown.length;
  const more = left > 0 || !opening.complete ? `; and ${left > 0 ? `${left} ` : ''}more at the same price` : '';
  return `${beginning(words.join('; or '))}${more}.`;
}

/** Said only where the signers are not simply everybody. */
function signerRemarks({ scenario }: ExplainCase, { signers }: OpeningWay): string[] {
  if (signers.length === scenario.parties.length) return [];
  return [`signed by ${listed(signers.map((party) => partyInside(scenario, party)))}`];
}
