/** What follows when every number is drawn from its range: how often there is a deal, and what is in it. */
import type { Belief, Share } from '../../engine/sensitivity/smaa-answer.ts';
import type { SmaaCase } from './case.ts';
import { counted, percent } from '../../report/text/number.ts';
import { oneLine } from '../../report/text/width.ts';
import { SOLUTION_TITLES } from '../../report/view/deals.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import type { SheetRow, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { capital } from '../../report/text/capital.ts';
import { issueTitle, listed, optionLabel, partyName, partyShort } from '../../report/view/words.ts';
import { isNumberLine, listedOptions } from '../../scenario/format/options.ts';

const MOST_ISSUES = 15;
const MOST_BELIEFS = 12;
const BELIEFS_OF_ONE = 2;

/** What of a case the sentences are made from. */
type Drawn = Pick<SmaaCase, 'answer' | 'seed' | 'simplex' | 'solution' | 'stoppedBefore' | 'outOfNodes'>;

/** The report on draws. */
export function smaaView(of: SmaaCase, focus: Focus): SheetView {
  const { answer } = of;
  const hasZones = answer.zone.share > 0;
  return {
    header: headerView(of),
    headline: smaaHeadline(of),
    sentences: [...stoppedSentences(of), ...smaaSentences(of)],
    sections: [
      ...(hasZones ? [optionsSection(of, focus)] : []),
      ...(hasZones ? [beliefsSection(of, focus)] : []),
      ...(answer.lines.length > 0 ? [linesSection(of)] : []),
      ...(focus.drafts.length > 0 ? [draftsSection(of, focus)] : []),
    ],
    footer: footerView(of, focus),
  };
}

/** How often there is a deal. */
export function smaaHeadline({ answer }: Pick<Drawn, 'answer'>): string {
  const { share, interval } = answer.zone;
  const range = `95 % interval ${percent(interval[0])} to ${percent(interval[1])}`;
  if (share === 0) return `No reading drawn has a deal (${range} of all draws).`;
  return share === 1
    ? `Every reading drawn has a deal (${range}).`
    : `A deal in ${percent(share)} of readings (${range}).`;
}

/** What was drawn and how far shares can be off; what of it is not proven. */
export function smaaSentences(of: Drawn): readonly string[] {
  return [methodSentence(of), ...unprovenSentences(of), ...openSentences(of)];
}

function methodSentence({ answer, seed, simplex }: Drawn): string {
  const weights = simplex
    ? 'weights from all that are possible, values and thresholds'
    : 'weights, values and thresholds';
  return (
    `${counted(answer.draws, 'draw')} with seed ${oneLine(seed)}: ${weights} uniformly and independently from the ranges ` +
    `in the scenario; what has no range stays as it is. ${capital(withinWords(answer))}.`
  );
}

/** How far shares can be off. */
export function withinWords({ error }: Pick<SmaaCase['answer'], 'error'>): string {
  return `shares are within ± ${(error * 100).toFixed(error < 0.01 ? 2 : 1)} percentage points (95 %)`;
}

function stoppedSentences({ answer, stoppedBefore, outOfNodes = false }: Drawn): string[] {
  if (stoppedBefore === undefined) return [];
  const draws = counted(answer.draws, 'draw');
  return [
    outOfNodes
      ? `Ended after the first ${draws} of ${counted(stoppedBefore, 'draw')}: nodes are granted for no more of them.`
      : `Stopped after the first ${draws} of ${counted(stoppedBefore, 'draw')}: asked for ${draws} it answers the same.`,
  ];
}

/** What must be known of draws that are printed without a report: what was supposed, and that there are fewer. */
export function drawsAside(of: SmaaCase): readonly string[] {
  return [...(of.supposed ?? []), ...stoppedSentences(of)];
}

function unprovenSentences({ answer, solution }: Drawn): string[] {
  if (answer.unproven === 0) return [];
  const draws = counted(answer.unproven, 'draw');
  return [`In ${draws} the ${SOLUTION_TITLES[solution]} deal is the best one found, not proven best.`];
}

function openSentences({ answer: { open } }: Drawn): string[] {
  if (open === 0) return [];
  return [
    `In ${counted(open, 'draw')} the nodes of a draw did not decide whether there is a deal, or whether a partial draft can be a part of one; what is not decided counts as not so.`,
  ];
}

function optionsSection(of: SmaaCase, focus: Focus): SheetSection {
  const { scenario, answer, solution } = of;
  const lists = [...scenario.issues.keys()].filter((issue) => !isNumberLine(scenario.issues[issue]!));
  const issues = lists.map((issue) => ({ issue, options: optionsOf(of, issue) }));
  const varied = issues.filter(({ options }) => options.filter(({ share }) => share > 0).length > 1);
  const certain = issues.length - varied.length;
  // The issues that hang most on the numbers come first.
  varied.sort((a, b) => a.options[0]!.share - b.options[0]!.share || a.issue - b.issue);
  const shown = focus.all ? issues : varied.slice(0, MOST_ISSUES);
  const left = varied.length - shown.length;
  return {
    title: `What is in the ${SOLUTION_TITLES[solution]} deal`,
    intro: `Share of all draws whose ${SOLUTION_TITLES[solution]} deal has the option${answer.zone.share === 1 ? '' : `; ${percent(1 - answer.zone.share)} have no deal`}.`,
    columns: [
      { heading: 'issue', kind: 'words' },
      { heading: 'option', kind: 'words' },
      { heading: 'share', kind: 'figure' },
      { heading: '', kind: 'bar' },
    ],
    rows: shown.flatMap(({ issue, options }) =>
      options
        .filter(({ share }) => share > 0 || focus.all)
        .map(({ option, share }, k): SheetRow => ({
          color: undefined,
          cells: [
            k === 0 ? issueTitle(scenario, issue) : '',
            optionLabel(scenario, issue, option),
            percent(share),
            { from: 0, to: share, mark: null },
          ],
        })),
    ),
    notes: focus.all
      ? []
      : [
          ...(left > 0 ? [`and ${counted(left, 'issue')} more where draws differ; --all shows them.`] : []),
          ...(certain > 0
            ? [`${counted(certain, 'issue')} with the same option in every deal; --all shows them.`]
            : []),
        ],
  };
}

/** Options of an issue, the most frequent first. */
function optionsOf({ scenario, compiled, answer }: SmaaCase, issue: number) {
  return listedOptions(scenario.issues[issue]!)
    .map((option) => ({
      option,
      share: answer.options[compiled.problem.offsets[issue]! + option]!,
    }))
    .sort((a, b) => b.share - a.share || a.option - b.option);
}

function beliefsSection(of: SmaaCase, focus: Focus): SheetSection {
  const { scenario, answer } = of;
  const found = scenario.issues.flatMap((_, issue) =>
    optionsOf(of, issue).map(({ option, share }) => ({
      issue,
      option,
      share,
      beliefs: answer.beliefs[of.compiled.problem.offsets[issue]! + option]!,
    })),
  );
  const telling = found
    .filter(({ beliefs }) => beliefs.length > 0)
    .sort((a, b) => Math.abs(b.beliefs[0]!.departure) - Math.abs(a.beliefs[0]!.departure) || a.issue - b.issue);
  const shown = focus.all ? telling : telling.slice(0, MOST_BELIEFS);
  const left = telling.length - shown.length;
  return {
    title: 'What you would have to believe',
    intro:
      'Central weights: the mean share of its weight that a party gives an issue in the draws whose deal has the option, ' +
      'with the mean over all draws after it. Only what chance does not explain (3 standard errors).',
    columns: [
      { heading: 'for', kind: 'words' },
      { heading: 'share', kind: 'figure' },
      { heading: 'believe that', kind: 'words' },
    ],
    rows: shown.map(({ issue, option, share, beliefs }) => ({
      color: undefined,
      cells: [
        `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}`,
        percent(share),
        listed(beliefs.slice(0, focus.all ? beliefs.length : BELIEFS_OF_ONE).map((belief) => beliefWords(of, belief))),
      ],
    })),
    notes: [
      ...(telling.length === 0 ? ['No option hangs on a weight by more than chance explains.'] : []),
      ...(left > 0 ? [`and ${counted(left, 'option')} more; --all shows them.`] : []),
    ],
  };
}

function beliefWords({ scenario }: SmaaCase, { party, issue, central, mean }: Belief): string {
  return `${partyShort(scenario, party)} gives ${issueTitle(scenario, issue)} ${weightWords(central)} (${weightWords(mean)})`;
}

/** A share of a party's weight: "12.3 %". */
export function weightWords(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function linesSection({ scenario, answer }: SmaaCase): SheetSection {
  return {
    title: 'Red lines that may be none',
    intro:
      'Each held with the probability that the scenario gives it. Share of the draws in which it held, and how often ' +
      'there was a deal among those and among the others.',
    columns: [
      { heading: 'party', kind: 'words' },
      { heading: 'red line', kind: 'words' },
      { heading: 'held', kind: 'figure' },
      { heading: 'deal where held', kind: 'figure' },
      { heading: 'deal where not', kind: 'figure' },
    ],
    rows: answer.lines.map(({ party, redLine, holds, zoneWhere, zoneWhereNot }) => ({
      color: scenario.parties[party]!.color,
      cells: [
        partyShort(scenario, party),
        scenario.parties[party]!.redLines[redLine]!.id,
        percent(holds.share),
        zoneWhere === null ? '-' : withError(zoneWhere),
        zoneWhereNot === null ? '-' : withError(zoneWhereNot),
      ],
    })),
    notes: [],
  };
}

/** A share with half of its 95 % interval, "41 % ± 3". */
function withError({ share, interval: [low, high] }: Share): string {
  return `${percent(share)} ± ${((high - low) * 50).toFixed(0)}`;
}

function draftsSection({ scenario, answer }: SmaaCase, { drafts, parties }: Focus): SheetSection {
  const partial = drafts.some((draft) => scenario.drafts[draft]!.clauses.length < scenario.issues.length);
  return {
    title: 'Drafts',
    intro:
      'Share of the draws in which each party accepts the draft, and in which it is in the zone.' +
      (partial ? ' Of a draft marked * that leaves issues open: in which some way to fill it in is accepted.' : ''),
    columns: [
      { heading: 'draft', kind: 'words' },
      { heading: 'in zone', kind: 'figure' },
      ...parties.map((party) => ({ heading: partyShort(scenario, party), kind: 'figure' as const })),
    ],
    rows: drafts.map((draft) => {
      const { title, clauses } = scenario.drafts[draft]!;
      const { inZone, accepts } = answer.drafts[draft]!;
      return {
        color: undefined,
        cells: [
          `${oneLine(title)}${clauses.length < scenario.issues.length ? ' *' : ''}`,
          percent(inZone.share),
          ...parties.map((party) => percent(accepts[party]!)),
        ],
      };
    }),
    notes: [`Parties: ${parties.map((party) => partyName(scenario, party)).join(', ')}.`],
  };
}
