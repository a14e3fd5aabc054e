/** What the screen of a practice says: by the person's own numbers, and of the others only what they did. */
import type { DealText } from '../../class/event.ts';
import type { Worth } from '../../class/game.ts';
import type { Practice } from '../../class/practice.ts';
import { ownWorth, resultOf, roundOf, roundsLeft, textsOf } from '../../class/practice.ts';
import { pointsSoFar } from '../../class/sheet.ts';
import type { Proposal } from '../../class/state.ts';
import { optionPoints } from '../../engine/deal.ts';
import { counted } from '../../report/text/number.ts';
import { plainNumber } from '../../report/text/points.ts';
import { listed, optionLabel, partyInside, partyShort, patternWords } from '../../report/view/words.ts';
import { NOT_APPLICABLE } from '../../scenario/format/conditional.ts';
import { optionAt } from '../../scenario/format/options.ts';
import type { Tone } from '../draw/line.ts';
import { ownSheet } from './papers.ts';
import type { Play } from './state.ts';
import { handText } from './state.ts';

export interface Said {
  readonly text: string;
  readonly tone: Tone;
}

/** Of an issue in the text under the hands: what is chosen, and what that gives. */
export function optionWords(play: Play, issue: number): { readonly label: string; readonly points: string } {
  const { game, role } = play.practice;
  const { id } = game.file.issues[issue]!;
  const option = handText(play)[id];
  if (option === undefined) return { label: 'open', points: '' };
  if (option === NOT_APPLICABLE) return { label: 'does not arise', points: '' };
  const place = optionAt(game.file.issues[issue]!, option);
  const { problem } = game.at(game.plan.stage ?? null).compiled;
  const points = optionPoints(problem, problem.parties[game.roles.indexOf(role)]!, issue, place);
  return { label: optionLabel(game.file, issue, place), points: plainNumber(points) };
}

/** "62 to you: 24 above your least." of the text under the hands. */
export function worthWords(play: Play): Said {
  const { game, role } = play.practice;
  const deal = handText(play);
  const { points, open } = pointsSoFar(game, game.plan.stage ?? null, role, deal);
  if (open > 0)
    return {
      text: `${plainNumber(points)} so far; ${counted(open, 'issue')} open (f fills them with what is best for you)`,
      tone: 'plain',
    };
  const worth = ownWorth(play.practice, deal);
  return { text: worthSentence(play.practice, worth), tone: isBad(worth) ? 'bad' : 'good' };
}

function isBad({ belowLeast, crosses }: Worth): boolean {
  return belowLeast || crosses.length > 0;
}

/** "62 to you, 24 above your least"; with the own red lines that it crosses. */
export function worthSentence(practice: Practice, worth: Worth): string {
  const { points, least, crosses } = worth;
  const lines = ownSheet(practice)
    .lines.filter(({ id }) => crosses.includes(id))
    .map(({ words }) => words);
  const crossed = lines.length === 0 ? '' : `; crosses what you never sign (${lines.join('; ')})`;
  return `${plainNumber(points)} to you, ${distance(points - least)} your least${crossed}`;
}

function distance(above: number): string {
  if (Math.abs(above) < 1e-9) return 'exactly';
  return `${plainNumber(Math.abs(above))} ${above > 0 ? 'above' : 'below'}`;
}

export function byWords({ practice }: Play, { by }: Proposal): string {
  return by === practice.role ? 'you' : shortOf(practice, by);
}

/** In what a text differs from the one under the hands: "Rent: 1200 euros; Fixed term: 2 years". */
export function differenceWords(play: Play, { deal }: Proposal): string {
  const { file } = play.practice.game;
  const own = handText(play);
  const parts = file.issues.flatMap((issue, k) => {
    const option = deal?.[issue.id];
    if (option === undefined || option === own[issue.id]) return [];
    return [`${issue.title}: ${optionLabel(file, k, optionAt(issue, option))}`];
  });
  return parts.length === 0 ? 'as in your hands' : parts.join('; ');
}

/** In few columns: "Owner accepts", "3 accept". */
export function supportWords({ practice }: Play, { accepted }: Proposal): string {
  const [one] = accepted;
  if (one === undefined) return '';
  if (accepted.length > 1) return `${accepted.length} accept`;
  return one === practice.role ? 'you accept' : `${shortOf(practice, one)} accepts`;
}

/** All that a text under the cursor says beyond its row. */
export function textDetail(play: Play, text: Proposal): string {
  const { practice } = play;
  const names = text.accepted.map((role) => (role === practice.role ? 'you' : shortOf(practice, role)));
  const by = names.length < 2 ? '' : `Accepted by ${listed(names)}. `;
  return by + differenceWords(play, text);
}

/** "45 to you", and "below least" where it is. */
export function standingWords({ practice }: Play, { deal }: Proposal): string {
  const worth = ownWorth(practice, deal);
  const flaw = worth.belowLeast ? ', below least' : worth.crosses.length > 0 ? ', crosses a line' : '';
  return `${plainNumber(worth.points)} to you${flaw}`;
}

/** Who has neither put up a text nor accepted one; nothing before the first round. */
export function silentWords({ practice }: Play): string {
  if (roundOf(practice) === 0) return ': nothing yet';
  const texts = textsOf(practice);
  const silent = practice.game.roles.filter(
    (role) => role !== practice.role && !texts.some(({ by, accepted }) => by === role || accepted.includes(role)),
  );
  return silent.length === 0 ? '' : `; nothing from ${listed(silent.map((role) => shortOf(practice, role)))}`;
}

/** What the option under the cursor says, or the issue. */
export function issueDetail(play: Play): string {
  const { file } = play.practice.game;
  const issue = file.issues[play.cursor];
  if (issue === undefined) return '';
  const option = handText(play)[issue.id];
  const only = issue.only === undefined ? '' : `Arises only with ${patternWords(file, issue.only)}. `;
  return only + (issue.named.find(({ id }) => id === option)?.text ?? issue.summary ?? '');
}

/** Asked before anything counts. */
export function askedWords({ practice }: Play, asks: number | 'no deal'): Said {
  const deal = dealAsked(practice, asks);
  const worth = ownWorth(practice, deal);
  if (deal === null) {
    return {
      text: `Leave without a deal, which is worth ${plainNumber(worth.points)} to you: are you sure?`,
      tone: 'warn',
    };
  }
  const flaw = worth.belowLeast ? ' BELOW YOUR LEAST:' : worth.crosses.length > 0 ? ' ACROSS YOUR RED LINE:' : '';
  const above =
    worth.belowLeast || worth.crosses.length > 0 ? '' : `, ${distance(worth.points - worth.least)} your least`;
  return {
    text: `Accept this text, worth ${plainNumber(worth.points)} to you${above}?${flaw} are you sure?`,
    tone: isBad(worth) ? 'bad' : 'warn',
  };
}

function dealAsked(practice: Practice, asks: number | 'no deal'): DealText | null {
  return textsOf(practice).find(({ number }) => number === asks)?.deal ?? null;
}

/** How it ended, with the own points. */
export function endWords({ practice }: Play): string {
  const result = resultOf(practice);
  if (result === null) return '';
  const { points } = ownWorth(practice, result.deal);
  const worth = `${plainNumber(points)} to you`;
  if (result.deal === null) return `No deal: ${worth}. Enter shows the debrief.`;
  const by = result.by.map((role) => (role === practice.role ? 'you' : insideOf(practice, role)));
  return `Signed by ${listed(by)}: ${worth}. Enter shows the debrief.`;
}

/** What stood when the person left before the end, as lines. */
export function leavingWords(play: Play): readonly string[] {
  const { practice } = play;
  const texts = textsOf(practice).map(
    (text) =>
      `  ${byWords(play, text)}: ${standingWords(play, text)}${supportWords(play, text) === '' ? '' : `; ${supportWords(play, text)}`}`,
  );
  return [
    `Left with ${roundsLeft(practice)} of ${counted(practice.rounds, 'round')} to go; nothing was signed. ${capitalNoDeal(practice)}`,
    ...(texts.length === 0 ? [] : ['On the table:', ...texts]),
  ];
}

function capitalNoDeal(practice: Practice): string {
  return `No deal is worth ${plainNumber(ownWorth(practice, null).points)} to you.`;
}

function shortOf({ game }: Practice, role: string): string {
  return partyShort(game.file, game.roles.indexOf(role));
}

function insideOf({ game }: Practice, role: string): string {
  return partyInside(game.file, game.roles.indexOf(role));
}
