/** All that the screen of a practice knows between two keys, and what a key does to it. No screen, no files. */
import type { DealText } from '../../class/event.ts';
import type { Practice, Tried } from '../../class/practice.ts';
import { accept, propose, resultOf, roundsLeft, textsOf, walkAway } from '../../class/practice.ts';
import type { Proposal } from '../../class/state.ts';
import { NOT_APPLICABLE } from '../../scenario/format/conditional.ts';
import type { Key } from '../terminal/keys.ts';
import { keyName } from '../terminal/keys.ts';
import { LINE_STEPS } from '../terminal/typing.ts';
import { filled, longStep, stepped, takenOver, textUnder } from './draft.ts';

export interface Play {
  readonly practice: Practice;
  /** One option by issue; what is left out is open. */
  readonly chosen: DealText;
  /** On an issue, and after these on a text that stands. */
  readonly cursor: number;
  /** What a second key has to confirm: a text by its number, or leaving without a deal. */
  readonly asks: number | 'no deal' | null;
  /** The person's own papers, from this row; null for the table. */
  readonly papers: number | null;
  /** Why the last key did nothing. */
  readonly fault: string;
  readonly isLeft: boolean;
}

export function startPlay(practice: Practice): Play {
  return { practice, chosen: {}, cursor: 0, asks: null, papers: null, fault: '', isLeft: false };
}

/** The text under the hands, as it would be proposed. */
export function handText({ practice, chosen }: Play): DealText {
  return textUnder(practice.game, chosen);
}

/** The text under the cursor; null on an issue. */
export function textAt({ practice, cursor }: Play): Proposal | null {
  return textsOf(practice)[cursor - practice.game.file.issues.length] ?? null;
}

/** The screen after a key. */
export function press(before: Play, key: Key): Play {
  const name = keyName(key);
  const play = { ...before, fault: '' };
  if (name === 'ctrl+c' || name === 'q') return { ...play, isLeft: true };
  if (play.papers !== null) return reading(play, play.papers, name);
  if (resultOf(play.practice) !== null) return name === 'enter' ? { ...play, isLeft: true } : seeing(play, name);
  if (play.asks !== null) return confirming(play, play.asks, name);
  switch (name) {
    case 'left':
    case 'h':
      return changed(play, -1, false);
    case 'right':
    case 'l':
      return changed(play, 1, false);
    case '<':
      return changed(play, -1, true);
    case '>':
      return changed(play, 1, true);
    case 'f':
      return fill(play);
    case 'p':
      return done(play, propose(play.practice, handText(play)));
    case 't':
      return takeOver(play);
    case 'a':
      return ask(play);
    case 'w':
      return { ...play, asks: 'no deal' };
    default:
      return seeing(play, name);
  }
}

const STEPS: Readonly<Record<string, number>> = {
  ...LINE_STEPS,
  end: Infinity,
};

/** Keys that only look. */
function seeing(play: Play, name: string): Play {
  if (name === 'b' || name === '?') return { ...play, papers: 0 };
  const issues = play.practice.game.file.issues.length;
  const texts = textsOf(play.practice).length;
  if (name === 'tab') return { ...play, cursor: play.cursor < issues && texts > 0 ? issues : 0 };
  const step = STEPS[name];
  return step === undefined ? play : { ...play, cursor: Math.min(issues + texts - 1, Math.max(0, play.cursor + step)) };
}

function reading(play: Play, papers: number, name: string): Play {
  const step = STEPS[name];
  if (step !== undefined) return { ...play, papers: Math.max(0, step === Infinity ? papers : papers + step) };
  return ['b', '?', 'escape', 'enter'].includes(name) ? { ...play, papers: null } : play;
}

function changed(play: Play, direction: 1 | -1, isLong: boolean): Play {
  const issue = play.practice.game.file.issues[play.cursor];
  if (issue === undefined) return { ...play, fault: 'Go up to an issue to change it, or take this text over with t.' };
  if (handText(play)[issue.id] === NOT_APPLICABLE) {
    return { ...play, fault: 'This does not arise beside the rest of the text.' };
  }
  const steps = direction * (isLong ? longStep(issue) : 1);
  return { ...play, chosen: { ...play.chosen, [issue.id]: stepped(issue, play.chosen[issue.id], steps) } };
}

function fill(play: Play): Play {
  const { game, role } = play.practice;
  return { ...play, chosen: filled(game.at(game.plan.stage ?? null), game.roles.indexOf(role), play.chosen) };
}

function takeOver(play: Play): Play {
  const text = pointedAt(play);
  if (text === null || text.deal === null) return { ...play, fault: noText(play) };
  return { ...play, chosen: takenOver(text.deal), cursor: 0 };
}

function ask(play: Play): Play {
  const text = pointedAt(play);
  if (text === null) return { ...play, fault: noText(play) };
  if (text.accepted.includes(play.practice.role)) return { ...play, fault: 'You have accepted this text.' };
  return { ...play, asks: text.number };
}

/** Under the cursor, or the only one that stands. */
function pointedAt(play: Play): Proposal | null {
  const texts = textsOf(play.practice);
  return textAt(play) ?? (texts.length === 1 ? texts[0]! : null);
}

function noText({ practice }: Play): string {
  if (textsOf(practice).length > 0) return 'Which text? Go down to it first.';
  return roundsLeft(practice) === 0 ? 'No text stands.' : 'No text stands yet. Propose one with p.';
}

function confirming(play: Play, asks: number | 'no deal', name: string): Play {
  const asked = { ...play, asks: null };
  if (name === 'n' || name === 'escape') return asked;
  if (name !== 'y') return play;
  return done(asked, asks === 'no deal' ? walkAway(play.practice) : accept(play.practice, asks));
}

/** The cursor stays where it is as far as it can. */
function done(play: Play, tried: Tried): Play {
  if (!tried.ok) return { ...play, fault: tried.reason };
  const { practice } = tried;
  const last = practice.game.file.issues.length + textsOf(practice).length - 1;
  return { ...play, practice, cursor: Math.min(play.cursor, last) };
}
