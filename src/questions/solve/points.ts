/**
 * What the zone settles: issues with one option left, options in no deal, and how the open issues are split.
 */
import type { OptionStatus } from '../../engine/answer.ts';
import type { Case } from '../../report/case.ts';
import { counted, percent } from '../../report/text/number.ts';
import type { Focus } from '../../report/view/focus.ts';
import { issueTitle, listed, optionLabel } from '../../report/view/words.ts';
import { isNumberLine, listedOptions } from '../../scenario/format/options.ts';

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

/** The options that some deal of the zone has; without shares where the zone is too large to count exactly. */
export interface OpenIssue {
  readonly issue: string;
  readonly options: readonly { readonly label: string; readonly share: number | null; readonly percent: string }[];
}

interface Standing {
  readonly issue: number;
  readonly options: readonly {
    readonly option: number;
    readonly status: OptionStatus;
    readonly share: number | null;
  }[];
}

const MOST_OPEN = 8;
const MOST_DEAD = 12;

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
  const deadCount = all.flatMap(({ options }) => options).filter(({ status }) => status === 'dead').length;
  return {
    title: 'Settled, open and dead',
    intro: sentenceOf(settled.length, open.length, unknown.length, deadCount, sharesAre(of, open)),
    settled: settled.map(({ issue, options }) => ({
      issue: issueTitle(scenario, issue),
      option: listed(
        options.filter(({ status }) => status === 'settled').map((o) => optionLabel(scenario, issue, o.option)),
      ),
    })),
    open: shown.map(({ issue, options }) => ({
      issue: issueTitle(scenario, issue),
      options: options
        .filter(({ status }) => status !== 'dead')
        .map(({ option, share }) => ({
          label: optionLabel(scenario, issue, option),
          share,
          percent: share === null ? '' : percent(share),
        })),
    })),
    dead: shownDead.map(({ issue, options }) => ({
      issue: issueTitle(scenario, issue),
      options: options
        .filter(({ status }) => status === 'dead')
        .map(({ option }) => optionLabel(scenario, issue, option))
        .join('; '),
    })),
    openHidden: left === 0 ? null : `${counted(left, 'more open issue')}; --all shows them.`,
    deadHidden: deadLeft === 0 ? null : `dead options of ${counted(deadLeft, 'more issue')}; --all shows them.`,
  };
}

function standings({ scenario, compiled, answer }: Case): Standing[] {
  const { offsets } = compiled.problem;
  const lists = [...scenario.issues.entries()].filter(([, issue]) => !isNumberLine(issue));
  return lists.map(([issue, own]) => ({
    issue,
    options: listedOptions(own).map((option) => ({
      option,
      status: answer.zone.status[offsets[issue]! + option]!,
      share: answer.zone.shares[offsets[issue]! + option] ?? null,
    })),
  }));
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
