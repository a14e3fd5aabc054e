/**
 * What a screen is: a pure picture of the context and of the screen's own state, and a table of commands from which
 * keys, footer, help and palette all come.
 */
import type { NumberKind } from '../../compile/vary.ts';
import type { ScenarioEdit } from '../../scenario/edit/edit.ts';
import type { Line } from '../draw/line.ts';
import type { Question, QuestionKind } from '../live/question.ts';
import type { Key } from '../terminal/keys.ts';
import type { Context, ShownDeal } from './context.ts';

export const SCREEN_NAMES = [
  'overview',
  'weights',
  'points',
  'deal',
  'frontier',
  'why',
  'sensitivity',
  'stages',
  'bargain',
  'structure',
  'compare',
] as const;

export type ScreenName = (typeof SCREEN_NAMES)[number];

/** The signs of the screens, in their order. */
const SIGNS = '1234567890|';

/** What opens the screen, counted from 0: its sign, or its function key where digits are typed. */
export function screenKeys(screen: number): readonly string[] {
  return [SIGNS.charAt(screen), `f${screen + 1}`];
}

/** What a screen has to fill, exactly. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

/** A number of the scenario; `issue` null for a threshold. */
export interface NumberPlace {
  readonly party: number;
  readonly kind: NumberKind;
  readonly issue: number | null;
}

export type ReportName =
  | 'solve'
  | 'explain'
  | 'frontier'
  | 'sensitivity'
  | 'smaa'
  | 'stages'
  | 'bargain'
  | 'many-sessions'
  | 'tournament'
  | 'compare';

/** What a command asks the rest of the interface to do. */
export type Effect =
  /** A change of the scenario, undoable. With `merge`, one undo step with the edit of the same number before it. */
  | { readonly kind: 'edit'; readonly edit: ScenarioEdit; readonly merge?: boolean }
  /** Opens a screen, at a number where it can stand at one. */
  | { readonly kind: 'go'; readonly screen: ScreenName; readonly at?: NumberPlace }
  /** Shows the deal on the deal screen. */
  | { readonly kind: 'show'; readonly shown: ShownDeal }
  /** A sentence in the status line. */
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  /** Gives up work that would go on while other screens are looked at. */
  | { readonly kind: 'stop'; readonly question: QuestionKind }
  /** Remembers the present answers to compare with; forgets them when there are some. */
  | { readonly kind: 'pin' };

/** What follows from a key: the screen's next state, if it changes, and effects in order. */
export interface Step<S> {
  readonly state?: S;
  readonly effects?: readonly Effect[];
  readonly prompt?: Prompt<S>;
}

/** A question answered by typing, in the status line. The step of its end gives the whole state that follows. */
export interface Prompt<S> {
  /** "Weight of Force cap", "Filter". */
  readonly label: string;
  readonly text: string;
  /** Told at every letter; a filter narrows while one types. */
  readonly onChange?: (text: string) => Step<S>;
  /** A message says what is wrong, and the prompt stays open. */
  readonly onDone: (text: string) => Step<S> | { readonly message: string };
  readonly onCancel?: () => Step<S>;
}

/** A command in the footer. */
export interface Hint {
  /** Shorter than the label. */
  readonly text: string;
  /** Smaller order first; what does not fit goes from the end. */
  readonly order: number;
  /** Shown in place of the command's first key: both arrows, where another command has the other one. */
  readonly keys?: readonly string[];
}

export interface Command<S> {
  readonly id: string;
  /** A verb and its object: "turn the weight up". */
  readonly label: string;
  /** As `keyName` names them; the first is shown. */
  readonly keys: readonly string[];
  /** Left out: only in help and palette. */
  readonly hint?: Hint;
  /** Why it cannot be done now; null when it can. */
  readonly unavailable?: (context: Context, state: S) => string | null;
  readonly run: (context: Context, state: S, key: Key) => Step<S>;
}

export interface Screen<S> {
  readonly name: ScreenName;
  readonly title: string;
  /** For narrow terminals, at most 7 columns. */
  readonly short: string;
  /** What the screen shows and what its numbers mean, for the help. */
  readonly about: readonly string[];
  readonly initial: S;
  /** Lines of exactly the area's height and width. */
  readonly view: (context: Context, state: S, area: Area) => readonly Line[];
  readonly commands: readonly Command<S>[];
  /** What this screen shows; only that is computed while it is open. The glance always is. */
  readonly questions: (context: Context, state: S) => readonly Question[];
  /** What `e` exports here. */
  readonly exports: ReportName | ((state: S) => ReportName);
  /** The state that stands at a number. */
  readonly standAt?: (state: S, at: NumberPlace) => S;
  /** The deal under the cursor, which `y` copies as text; null for none. */
  readonly dealOf?: (context: Context, state: S) => ShownDeal | null;
}
