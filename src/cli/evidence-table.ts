/**
 * What a scenario's numbers rest on, as lines of at most 80 columns.
 */
import { counted } from '../report/text/number.ts';
import { columns, cut, oneLine, padEnd, padStart, wrap } from '../report/text/width.ts';
import type { Evidence, Ground, NumberKind, Ruled, Tallies, Tally } from '../scenario/evidence.ts';
import { givesConfidence, GROUNDS, NUMBER_KINDS, size } from '../scenario/evidence.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { SOURCE_TIERS } from '../scenario/scenario.ts';

const WIDTH = 80;
const WIDEST_NAME = 30;
const MOST_LISTED = 5;
const TOTAL = 'all parties';
const SECTION = 'the section';
const HEADS: Readonly<Record<Ground, string>> = {
  stated: 'stated',
  reported: 'reported',
  inferred: 'inferred',
  none: 'none given',
};

/**
 * One block per kind of number that the scenario has, with a row per party and one for all of them; no blocks when no
 * number gives its confidence. Then a remark on the sources that nothing cites, if there are any.
 */
export function evidenceLines(scenario: Scenario, evidence: Evidence): string[] {
  const blocks = givesConfidence(evidence) ? table(scenario, evidence) : [];
  return [
    ...blocks,
    ...ruledLines(evidence.ruled),
    ...tiersLine(evidence.tiers),
    ...uncitedRemark(evidence.uncited),
    ...addressRemark(scenario.sources.length, evidence),
  ];
}

function table(scenario: Scenario, { parties, total, bargaining }: Evidence): string[] {
  const names = scenario.parties.map((party) => cut(oneLine(party.name), WIDEST_NAME));
  const width = 2 + Math.max(...[...names, ...NUMBER_KINDS, TOTAL, SECTION].map(columns));
  const cells = (of: Tally) => GROUNDS.map((ground) => String(of[ground]));
  const numbers = (kind: NumberKind, of: Tallies) => cells(of[kind]);
  const heads = GROUNDS.map((ground) => HEADS[ground]);
  const blocks = NUMBER_KINDS.filter((kind) => size(total[kind]) > 0).flatMap((kind) => [
    '',
    row(width, kind, heads),
    ...names.map((name, k) => row(width, `  ${name}`, numbers(kind, parties[k]!))),
    ...(names.length > 1 ? [row(width, `  ${TOTAL}`, numbers(kind, total))] : []),
  ]);
  const section =
    bargaining === null ? [] : ['', row(width, 'bargaining', heads), row(width, `  ${SECTION}`, cells(bargaining))];
  return ['', 'What the numbers rest on', ...blocks, ...section];
}

/** Every column is as wide as its head and two more. */
function row(width: number, name: string, cells: readonly string[]): string {
  const padded = cells.map((cell, k) => padStart(cell, 2 + HEADS[GROUNDS[k]!].length));
  return padEnd(name, width) + padded.join('');
}

/** "Sources: 14 primary, 20 wire, 3 without a tier". */
function tiersLine(tiers: Evidence['tiers']): string[] {
  if (tiers === null) return [];
  const given = SOURCE_TIERS.map((tier) => `${tiers[tier]} ${tier}`);
  const none = tiers.none === 0 ? [] : [`${tiers.none} without a tier`];
  return ['', ...wrap(`Sources: ${[...given, ...none].join(', ')}`, WIDTH)];
}

/** How many numbers follow from a stance or a share, and which do not. */
function ruledLines(ruled: Evidence['ruled']): string[] {
  if (ruled === null) return [];
  const lines = [
    ruledLine(ruled.values, 'value', 'given by a stance'),
    ruledLine(ruled.weights, 'weight', 'given by the share of a theme'),
  ];
  return ['', ...lines.flatMap((line) => (line === null ? [] : wrap(line, WIDTH)))];
}

function ruledLine({ count, overridden }: Ruled, noun: string, how: string): string | null {
  if (count === 0) return null;
  const given = `${counted(count, noun)} ${how}`;
  if (overridden.length === 0) return `${given}; none overrides it`;
  return `${given}; ${overridden.length} ${overridden.length === 1 ? 'overrides' : 'override'} it: ${some(overridden)}`;
}

/** Where sources say how close they stand, or some have an address: which give none. */
function addressRemark(all: number, { tiers, withoutAddress: without }: Evidence): string[] {
  if (without.length === 0 || (tiers === null && without.length === all)) return [];
  if (without.length === all) return ['', `No source gives an address (${all} in all)`];
  const verb = without.length === 1 ? 'gives' : 'give';
  return ['', ...wrap(`${counted(without.length, 'source')} ${verb} no address: ${some(without)}`, WIDTH)];
}

function some(names: readonly string[]): string {
  const rest = names.length - MOST_LISTED;
  return [...names.slice(0, MOST_LISTED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

function uncitedRemark(uncited: readonly string[]): string[] {
  if (uncited.length === 0) return [];
  const list = some(uncited);
  const verb = uncited.length === 1 ? 'is' : 'are';
  return ['', ...wrap(`${counted(uncited.length, 'source')} ${verb} listed but never cited: ${list}`, WIDTH)];
}
