/** What one number at a time changes, at the low and the high of its range. */
import type { VariedNumber } from '../../compile/vary.ts';
import type { Effect, Swing } from '../../engine/sensitivity/effect.ts';
import { flipsVerdict, movesSlack } from '../../engine/sensitivity/effect.ts';
import type { TornadoCase } from './case.ts';
import { counted } from '../../report/text/number.ts';
import { SOLUTION_TITLES } from '../../report/view/deals.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { SheetCell, SheetColumn, SheetRow, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { countFigure, issueTitle, listed, optionLabel, partyInside, partyShort } from '../../report/view/words.ts';
import { allowed, comeDown, everybody, isOpen, mostMoved, signedPointsOf, slackOf } from '../../report/digits.ts';
import { apart, plainNumber } from '../../report/text/points.ts';

const MOST_ROWS = 20;

/** The report on single numbers; `sections` stand after the table of their effects, `sentences` after the first ones. */
export function tornadoView(
  of: TornadoCase,
  focus: Focus,
  sections: readonly SheetSection[],
  sentences: readonly string[],
): SheetView {
  return {
    header: headerView(of),
    headline: middleHeadline(of, headline(of)),
    sentences: [verdictSentence(of), ...sentences, ...slackSentences(of), ...dealSentences(of)],
    sections: [swingsSection(of, focus), ...sections],
    footer: footerView(of, focus),
  };
}

function headline({ answer: { base }, scenario }: TornadoCase): string {
  if (!base.known) return 'Not known within the search budget: whether there is a deal as the numbers stand.';
  if (base.coalition === null) return 'As the numbers stand there is no deal.';
  return `As the numbers stand there is a deal, signed by ${listed(base.coalition.map((party) => partyInside(scenario, party)))}.`;
}

function verdictSentence(of: TornadoCase): string {
  const { answer, numbers } = of;
  const { base, swings } = answer;
  const flips = swings.filter((swing) => [swing.low, swing.high].some((effect) => isFlip(of, effect))).length;
  if (numbers.length === 0) return 'No number has a range to be varied within, so nothing was tried.';
  const within = `${counted(numbers.length, 'number')} within its range, one at a time`;
  if (flips > 0)
    return `Of ${counted(numbers.length, 'number')}, each alone within its range, ${flips} can change that.`;
  const unknown = swings.filter(({ low, high }) => !base.known || !low.known || !high.known).length;
  if (unknown > 0) {
    return `Of ${within}, none is known to change that; what ${unknown} of them do was not settled within the search budget.`;
  }
  return base.slackProven && base.uniformSlack === null
    ? `None of ${within}, changes that: red lines and rules leave no deal whatever the numbers are.`
    : `None of ${within}, changes that. ${triedWords(of)}`;
}

/** Which numbers were varied, so that nobody takes the others for harmless. */
function triedWords({ numbers }: TornadoCase): string {
  const kinds = new Set(numbers.map(({ kind }) => KINDS[kind]));
  const left = kinds.has(KINDS.value) ? [] : ['values of options (--values varies them)'];
  return `Tried: ${listed([...kinds])}${left.length === 0 ? '' : `; not tried: ${listed(left)}`}.`;
}

const KINDS = {
  reservation: 'thresholds',
  disagreement: 'thresholds',
  weight: 'weights',
  value: 'values of options',
  adjustment: 'adjustments',
} as const;

function slackSentences(of: TornadoCase): string[] {
  const { base } = of.answer;
  const signers = base.coalition ?? everybody(of);
  const slack = base.uniformSlackExact;
  if (!base.slackProven) return ['Uniform slack: not known within the search budget.'];
  if (slack === null) return [];
  if (!isOpen(slack)) {
    return [`Uniform slack: everybody's least would have to ${comeDown(of, signers, slack)}.`];
  }
  if (slack.num === 0n) return ['Uniform slack: none; if everybody asked for more at once, no deal would be left.'];
  const much = `${slack.attained ? '' : 'anything below '}${allowed(of, signers, slack)}`;
  return [`Uniform slack: everybody's least could rise by ${much} points at once with a deal left.`];
}

function dealSentences({ answer: { base, swings }, solution }: TornadoCase): string[] {
  if (base.deal === null) return [];
  const sure = [base, ...swings.flatMap(({ low, high }) => [low, high])].every(({ proven }) => proven);
  const isOther = ({ changed, proven }: Effect): boolean => base.proven && proven && (changed ?? 0) > 0;
  const other = swings.filter(({ low, high }) => isOther(low) || isOther(high)).length;
  return [
    `The ${SOLUTION_TITLES[solution]} deal ${sure ? 'changes' : 'is proven to change'} with ${counted(other, 'number')}.`,
    ...(sure ? [] : ['Some deals are the best ones found, not proven best.']),
  ];
}

function isFlip({ answer }: TornadoCase, effect: Effect): boolean {
  return flipsVerdict(answer.base, effect);
}

function swingsSection(of: TornadoCase, focus: Focus): SheetSection {
  const { answer, order } = of;
  const { base, swings } = answer;
  const mattering = order.filter((k) => hasEffect(of, swings[k]!));
  const shown = focus.all ? order : mattering.slice(0, MOST_ROWS);
  const slacks = shown.flatMap((k) => [swings[k]!.low.uniformSlack, swings[k]!.high.uniformSlack]);
  const scale = scaleOf([base.uniformSlack, ...slacks]);
  const counts = base.count !== null;
  const columns: SheetColumn[] = [
    { heading: 'number', kind: 'words' },
    { heading: 'low - high', kind: 'figure' },
    { heading: 'slack', kind: 'figure', optional: true },
    { heading: '', kind: 'bar' },
    { heading: 'clauses', kind: 'figure' },
    ...(counts ? [{ heading: 'deals', kind: 'figure' as const, optional: true }] : []),
    { heading: 'gains most changed', kind: 'words', optional: true },
  ];
  const left = mattering.length - shown.length;
  const still = order.filter((k) => !hasEffect(of, swings[k]!));
  const open = still.filter((k) => !isSettled(of, swings[k]!)).length;
  const idle = still.length - open;
  return {
    title: 'What each number changes',
    intro:
      'Each number at its low and at its high, all others as they are. Slack: the uniform slack at the two ends, its mark │ ' +
      'as things stand' +
      (swings.every(({ low, high }) => low.slackProven && high.slackProven)
        ? '. '
        : ', ? where the search budget did not do. ') +
      'Clauses: how many of the recommended deal differ. ' +
      'A * is a range of 20 % either way, of a number that is 0 a twentieth of what the party can get, where the scenario gives none.',
    columns,
    rows: shown.map((k) => rowOf(of, k, scale, counts)),
    notes: focus.all
      ? []
      : [
          ...(left > 0 ? [`and ${counted(left, 'number')} more; --all shows them.`] : []),
          ...(idle > 0 ? [`${counted(idle, 'number changes', 'numbers change')} nothing.`] : []),
          ...(open > 0
            ? [`What ${counted(open, 'number changes', 'numbers change')} was not settled; --all shows them.`]
            : []),
        ],
  };
}

function hasEffect({ answer: { base } }: TornadoCase, { low, high }: Swing): boolean {
  return [low, high].some(
    (effect) => movesSlack(base, effect) || (effect.changed ?? 0) > 0 || flipsVerdict(base, effect),
  );
}

/** Whether all that is told of both ends is proven: what is the same there is then unchanged. */
function isSettled({ answer: { base } }: TornadoCase, { low, high }: Swing): boolean {
  return [base, low, high].every(({ known, slackProven, proven }) => known && slackProven && proven);
}

function rowOf(of: TornadoCase, k: number, scale: Scale | null, counts: boolean): SheetRow {
  const { scenario, answer, numbers } = of;
  const number = numbers[k]!;
  const { low, high } = answer.swings[k]!;
  const verdict = (effect: Effect): string => {
    if (!effect.known) return 'not known';
    if (isFlip(of, effect)) return effect.coalition === null ? 'no deal' : 'a deal';
    return effect.changed === null ? '-' : String(effect.changed);
  };
  const bar: SheetCell = scale === null ? '' : spanOf(scale, answer.base.uniformSlack, [low, high]);
  return {
    color: scenario.parties[number.party]!.color,
    cells: [
      numberWords(of, number),
      `${plainNumber(number.low)} - ${plainNumber(number.high)}${number.stated ? '' : ' *'}`,
      `${slackWords(of, low)} / ${slackWords(of, high)}`,
      bar,
      `${verdict(low)} / ${verdict(high)}`,
      ...(counts ? [`${countWords(low)} / ${countWords(high)}`] : []),
      gainsWords(of, low, high),
    ],
  };
}

export function numberWords({ scenario }: Pick<TornadoCase, 'scenario'>, number: VariedNumber): string {
  const { party, kind, issue, option, adjustment } = number;
  const short = partyShort(scenario, party);
  if (kind === 'reservation') return `${short}: the least it signs for`;
  if (kind === 'disagreement') return `${short}: what no deal is worth`;
  if (kind === 'adjustment') return `${short}: adjustment ${(adjustment ?? 0) + 1}`;
  const title = issueTitle(scenario, issue ?? 0);
  return kind === 'weight' || option === null
    ? `${short}: weight of ${title}`
    : `${short}: ${title}, ${optionLabel(scenario, issue ?? 0, option)}`;
}

function slackWords(of: TornadoCase, { uniformSlackExact: slack, slackProven }: Effect): string {
  if (!slackProven) return '?';
  return slack === null ? 'none' : slackOf(of, slack);
}

function countWords({ count }: Effect): string {
  return count === null ? '' : countFigure(count);
}

/** The party whose gain moves most, at each end: "RU -2.1 / UA +3.0". */
function gainsWords(of: TornadoCase, low: Effect, high: Effect): string {
  const { scenario, answer } = of;
  const before = answer.base.gains;
  if (before === null) return '';
  const most = ({ gains }: Effect): string => {
    if (gains === null) return '-';
    const moves = gains.map((gain, party) => apart(gain, before[party]!));
    const party = mostMoved(of, moves);
    return moves[party] === 0 ? '-' : `${partyShort(scenario, party)} ${signedPointsOf(of, party, moves[party]!)}`;
  };
  return `${most(low)} / ${most(high)}`;
}

interface Scale {
  readonly from: number;
  readonly to: number;
}

function scaleOf(slacks: readonly (number | null)[]): Scale | null {
  const known = slacks.filter((slack) => slack !== null);
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return known.length === 0 || from === to ? null : { from, to };
}

function spanOf({ from, to }: Scale, base: number | null, ends: readonly Effect[]): SheetCell {
  const place = (slack: number): number => (slack - from) / (to - from);
  const known = [base, ...ends.map(({ uniformSlack }) => uniformSlack)].filter((slack) => slack !== null).map(place);
  return { from: Math.min(...known), to: Math.max(...known), mark: base === null ? null : place(base) };
}
