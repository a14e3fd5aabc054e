/**
 * What the zone settles: issues with one option left, options in no deal, and how the open issues are split.
 */
import type { OptionStatus } from '../../engine/answer.ts';
import { setSize } from '../../engine/option-set.ts';
import type { Span } from '../../engine/option-set.ts';
import type { Case } from '../../report/case.ts';
import { counted, percent } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { optionRuns, sumOfShares } from '../../report/view/option-runs.ts';
import { issueTitle, listed, runLabel } from '../../report/view/words.ts';
import { isNumberLine, numberCount } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';

export interface PointsView {
  readonly title: string;
  readonly intro: string;
  /** Issue and the one option left. */
  readonly settled: readonly { readonly issue: string; readonly option: string }[];
  readonly open: readonly OpenIssue[];
  /** Options in no deal, on issues that are open. */
  readonly dead: readonly { readonly issue: string; readonly options: string }[];
  readonly openHidden: string | null;
  readonly deadHidden: string | null;
}

/** The options that some deal of the zone has, numbers of a number line as spans; without shares where the zone is too large to count exactly. */
export interface OpenIssue {
  readonly issue: string;
  readonly options: readonly { readonly label: string; readonly share: number | null; readonly percent: string }[];
}

interface Standing {
  readonly issue: number;
  readonly options: readonly Part[];
}

/** One option, or numbers of a number line that are all dead or all not. */
interface Part {
  readonly label: string;
  readonly count: number;
  readonly status: OptionStatus;
  readonly share: number | null;
}

const MOST_OPEN = 8;
const MOST_DEAD = 12;
/** Options of one issue that are told one by one. */
const MOST_PARTS = 40;
/** Spans of numbers of one issue; more are told by how many numbers they are. */
const MOST_SPANS = 12;

/** Null when the zone is empty, or not known to have a deal. */
export function pointsView(of: Case, focus: Focus): PointsView | null {
  const { scenario, answer } = of;
  if (answer.zone.empty !== false) return null;
  const all = standings(of);
  const settled = all.filter(({ options }) => options.some(({ status }) => status === 'settled'));
  const unknown = all.filter(({ options }) => options.every(({ status }) => status === 'unknown' || status === 'dead'));
  const open = all
    .filter((standing) => !settled.includes(standing) && !unknown.includes(standing))
    .toSorted((a, b) => lead(b) - lead(a));
  const shown = focus.all ? open : open.slice(0, MOST_OPEN);
  const left = open.length - shown.length;
  const dead = open.filter(({ options }) => options.some(({ status }) => status === 'dead'));
  const shownDead = focus.all ? dead : dead.slice(0, MOST_DEAD);
  const deadLeft = dead.length - shownDead.length;
  const deadCount = all
    .flatMap(({ options }) => options)
    .reduce((sum, { status, count }) => sum + (status === 'dead' ? count : 0), 0);
  return {
    title: 'Settled, open and dead',
    intro: sentenceOf(settled.length, open.length, unknown.length, deadCount, sharesAre(of, open)),
    settled: settled.map(({ issue, options }) => ({
      issue: issueTitle(scenario, issue),
      option: listed(options.filter(({ status }) => status === 'settled').map(({ label }) => label)),
    })),
    open: shown.map(({ issue, options }) => ({
      issue: issueTitle(scenario, issue),
      options: shownParts(
        options.filter(({ status }) => status !== 'dead'),
        focus,
      ).map(({ label, share }) => ({ label, share, percent: share === null ? '' : percent(share) })),
    })),
    dead: shownDead.map(({ issue, options }) => ({
      issue: issueTitle(scenario, issue),
      options: shownParts(
        options.filter(({ status }) => status === 'dead'),
        focus,
      )
        .map(({ label }) => label)
        .join('; '),
    })),
    openHidden: left === 0 ? null : `${counted(left, 'more open issue')}; --all shows them.`,
    deadHidden: deadLeft === 0 ? null : `dead options of ${counted(deadLeft, 'more issue')}; --all shows them.`,
  };
}

/** Of very many options those with the largest shares, in their order, and all others as one. */
function shownParts(parts: readonly Part[], { all }: Focus): readonly Pick<Part, 'label' | 'share'>[] {
  if (all || parts.length <= MOST_PARTS) return parts;
  const largest = new Set(parts.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0)).slice(0, MOST_PARTS - 1));
  const others = parts.filter((part) => !largest.has(part));
  const share = others.some((part) => part.share === null)
    ? null
    : others.reduce((sum, part) => sum + (part.share ?? 0), 0);
  return [
    ...parts.filter((part) => largest.has(part)),
    { label: `${counted(others.length, 'other option')} (--all)`, share },
  ];
}

function standings(of: Case): Standing[] {
  return [...of.scenario.issues.keys()].map((issue) => ({ issue, options: partsOf(of, issue) }));
}

function partsOf({ scenario, compiled, answer }: Case, issue: number): readonly Part[] {
  const { status, shares } = answer.zone;
  const offset = compiled.problem.offsets[issue]!;
  const isDead = (option: number): boolean => status[offset + option] === 'dead';
  const parts = groupsOf(scenario, issue, isDead).map(({ label, runs }): Part => {
    const rows = runs.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, k) => offset + first + k),
    );
    return {
      label,
      count: rows.length,
      status: rows.map((row) => status[row]!).find((known) => known !== 'unknown') ?? 'unknown',
      share: sumOfShares(shares, rows),
    };
  });
  const alive = parts.filter((part) => part.status !== 'dead');
  // Every deal of the zone has it, whatever the sum of shares is rounded to.
  return parts.map((part) =>
    alive.length === 1 && part === alive[0] && part.share !== null ? { ...part, share: 1 } : part,
  );
}

interface Group {
  readonly label: string;
  readonly runs: readonly Span[];
}

/** The runs of the issue; in place of many short ones of numbers how many numbers live and how many are dead. */
function groupsOf(scenario: Scenario, issue: number, isDead: (option: number) => boolean): readonly Group[] {
  const own = scenario.issues[issue]!;
  const all = optionRuns(own, isDead);
  const alone = (run: Span): Group => ({ label: runLabel(scenario, issue, run), runs: [run] });
  const ofNumbers = isNumberLine(own) ? all.filter(({ first }) => first < numberCount(own)) : [];
  if (ofNumbers.length <= MOST_SPANS) return all.map(alone);
  const together = (dead: boolean): Group => {
    const runs = ofNumbers.filter(({ first }) => isDead(first) === dead);
    const around = runLabel(scenario, issue, { first: runs[0]!.first, last: runs.at(-1)!.last });
    return { label: `${counted(setSize(runs), 'number')} of those from ${around}`, runs };
  };
  return [together(false), together(true), ...all.slice(ofNumbers.length).map(alone)];
}

function sharesAre({ answer }: Case, open: readonly Standing[]): keyof typeof SHARES {
  if (open.length === 0) return 'none';
  const known = open.some(({ options }) => options.every(({ share }) => share !== null));
  if (!known) return 'unknown';
  return answer.zone.count.kind === 'exact' ? 'exact' : 'estimated';
}

/** How decided an issue is: the largest share of an option. */
function lead({ options }: Standing): number {
  return Math.max(...options.map(({ share }) => share ?? 0));
}

const SHARES = {
  none: '',
  exact: 'Shares are of the deals in the zone.',
  estimated: 'Shares are estimates from a sample of the zone, good to about two per cent.',
  unknown: 'Shares are not known: the zone is not counted exactly.',
} as const;

function sentenceOf(settled: number, open: number, unknown: number, dead: number, shares: keyof typeof SHARES): string {
  return (
    `Settled (one option in every deal of the zone): ${counted(settled, 'issue')}. Open: ${open}. ` +
    (unknown === 0 ? '' : `Not known within the search budget: ${counted(unknown, 'issue')}. `) +
    `Dead (in no deal of the zone): ${counted(dead, 'option')}. ` +
    SHARES[shares]
  ).trimEnd();
}
