/**
 * The knot of an empty zone in words: how many issues can be settled together, which cannot, and who refuses which option
 * there. The same wherever it is told.
 */
import type { Knot, LeastWorth, NewOption, OpenSet } from '../../engine/answer.ts';
import { clauseHas, holdsAlone } from '../../scenario/format/choice.ts';
import { optionCount, optionIds } from '../../scenario/format/options.ts';
import type { Issue, Party, Scenario } from '../../scenario/scenario.ts';
import type { Named } from '../case.ts';
import { statedOf } from '../digits.ts';
import { counted, percent } from '../text/number.ts';
import { capital } from '../text/capital.ts';
import { hasRedLines, issueWords, listed, optionLabel, partyInside, partyShort } from './words.ts';

export interface KnotView {
  readonly sentences: readonly string[];
  readonly tables: readonly RefusalTable[];
}

/** Who refuses which option of an issue. */
export interface RefusalTable {
  readonly title: string;
  readonly parties: readonly string[];
  readonly rows: readonly RefusalRow[];
  /** What the cells mean. */
  readonly legend: string;
}

export interface RefusalRow {
  /** An option, or neighbouring numbers that are refused alike. */
  readonly label: string;
  /**
   * By party. `no`: whatever else is in the deal; `part`: beside some options of other issues; `sign`: it refuses nothing
   * there, and with this option its signature is needed.
   */
  readonly cells: readonly ('no' | 'part' | 'sign' | '')[];
}

const MOST_TABLES = 3;
/** Options beyond which an issue has no table. */
const LONGEST = 2000;

export function knotView(of: Named, knot: Knot | null): KnotView | null {
  if (knot === null) return null;
  const issues = [...new Set(knot.open.flatMap((set) => set.issues))].sort((a, b) => a - b);
  return {
    sentences: knotSentences(of, knot),
    tables: issues.slice(0, MOST_TABLES).flatMap((issue) => refusalTable(of.scenario, issue) ?? []),
  };
}

/** "45 of 46 issues can be settled together. One cannot: ..." */
export function knotSentences(of: Named, knot: Knot): readonly string[] {
  const { scenario } = of;
  const all = scenario.issues.length;
  const open = knot.open[0]!.issues.length;
  if (open === 0) return [thresholdsSentence(of, all)];
  const settled = `${knot.minimal ? '' : 'At least '}${all - open} of ${counted(all, 'issue')} can be settled together`;
  const sets = knot.open.map(({ issues }) => listed(issues.map((issue) => issueWords(scenario, issue))));
  const left =
    sets.length === 1
      ? `. ${capital(NUMBERS[open] ?? String(open))} cannot${knot.complete ? '' : ', as far as is known'}: ${sets[0]!}.`
      : `: all but ${listed(sets, 'or')}${knot.complete ? '' : ', among others'}.`;
  return [`${settled}${left}`, ...restSentences(knot.open)];
}

const NUMBERS: Readonly<Record<number, string>> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' };

function thresholdsSentence(of: Named, all: number): string {
  const every = all === 1 ? 'The one issue' : `All ${all} issues`;
  const within = hasRedLines(of) ? ' without crossing a red line' : '';
  return `${every} can be settled${within}; thresholds are in the way: no such deal is worth enough to those who have to sign.`;
}

/** What the issues that can be settled are worth to those who sign. */
function restSentences(open: readonly OpenSet[]): readonly string[] {
  const rests = new Set(open.map(({ rest }) => rest));
  const [rest] = rests;
  const what = open.length === 1 && open[0]!.issues.length === 1 ? 'the one left open' : 'those left open';
  if (rests.size > 1 || rest === undefined) return [];
  switch (rest) {
    case 'enough':
      return [`The others alone are worth enough to everybody who signs, even at the worst of ${what}.`];
    case 'depends':
      return [`The others give everybody who signs enough where ${what} adds what is missing.`];
    case 'short':
      return [
        `Thresholds are in the way as well: not even with ${what} at their best would everybody who signs have enough.`,
      ];
    case 'unknown':
      return [];
  }
}

/** Null for an issue with too many options. */
function refusalTable(scenario: Scenario, issue: number): RefusalTable | null {
  const own = scenario.issues[issue]!;
  if (optionCount(own) > LONGEST) return null;
  const ids = optionIds(own);
  const cells = ids.map((_, option) =>
    scenario.parties.map((party) => refusalOf(party, own, option) || signatureOf(scenario, party, own, option)),
  );
  const rows: RefusalRow[] = [];
  for (let from = 0; from < ids.length;) {
    const isNumber = (option: number): boolean => own.range !== null && option < own.range.count;
    let to = from;
    while (to + 1 < ids.length && isNumber(to + 1) && cells[to + 1]!.join() === cells[from]!.join()) to++;
    const [first, last] = [optionLabel(scenario, issue, from), optionLabel(scenario, issue, to)];
    rows.push({ label: from === to ? first : `${ids[from]!} to ${last}`, cells: cells[from]! });
    from = to + 1;
  }
  const has = (state: RefusalRow['cells'][number]): boolean => rows.some((row) => row.cells.includes(state));
  return {
    title: `${capital(issueWords(scenario, issue))}: who refuses which option`,
    parties: [...scenario.parties.keys()].map((party) => partyShort(scenario, party)),
    rows,
    legend: [
      'no: refused whatever else is agreed.',
      ...(has('part') ? ['part: refused beside some options of other issues.'] : []),
      ...(has('sign') ? ['sign: not without the signature of this party.'] : []),
    ].join(' '),
  };
}

/** Whether a red line of the party names the option: alone, or beside options of other issues. */
function refusalOf({ redLines }: Party, issue: Issue, option: number): RefusalRow['cells'][number] {
  const naming = redLines.filter(({ when }) =>
    when.some((clause) => clause.issue === issue.id && clauseHas(issue, clause, option)),
  );
  if (naming.some(({ when }) => holdsAlone(when, issue, option))) return 'no';
  return naming.length > 0 ? 'part' : '';
}

/** Whether this option makes the signature of the party needed, whatever else is in the deal. */
function signatureOf({ consent }: Scenario, { id }: Party, issue: Issue, option: number): RefusalRow['cells'][number] {
  const asked = consent.conditional.some(({ party, when }) => party === id && holdsAlone(when, issue, option));
  return asked ? 'sign' : '';
}

/** A way out that no list has: on which issue, and what the option would have to be worth. */
export function newOptionSentence(of: Named, { issue, least }: NewOption): string {
  const worth = least.map((each) => worthWords(of, each));
  return `An option that is not on the list of ${issueWords(of.scenario, issue)}: ${worth.join('; or ')}.`;
}

function worthWords(of: Named, { points: worth, share, proven }: LeastWorth): string {
  const asking = worth.flatMap((value, party) => {
    const part = share[party] ?? null;
    if (value === null || part === null || part === 0) return [];
    return [`${partyInside(of.scenario, party)} ${statedOf(of, party, value, 'up')} (${percent(part)})`];
  });
  if (asking.length === 0)
    return 'it may be worth as little to everybody as the worst one there, if nobody has to refuse it';
  const others = worth.some((value, party) => value !== null && (share[party] ?? 0) === 0);
  const rest = others ? ', to the others no more than their worst option there' : '';
  return `it has to be worth at least ${listed(asking)}${rest}${proven ? '' : ' (less may do)'}`;
}
