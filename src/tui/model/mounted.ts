/** A screen together with its state, so that screens of different states stand side by side. */
import type { Line } from '../draw/line.ts';
import type { Question } from '../live/question.ts';
import type { Key } from '../terminal/keys.ts';
import type { Context, ShownDeal } from './context.ts';
import type {
  Area,
  Command,
  Effect,
  Hint,
  NumberPlace,
  Prompt,
  ReportName,
  Screen,
  ScreenName,
  Step,
} from './screen.ts';

/** A command as it stands in the present state. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly hint: Hint | null;
  /** Why it cannot be done now; null when it can. */
  readonly unavailable: string | null;
  readonly run: (key: Key) => Outcome;
}

/** What follows: the screen as it is now, effects, and a question to the person. */
export interface Outcome {
  readonly screen: Mounted;
  readonly effects: readonly Effect[];
  readonly prompt: OpenPrompt | null;
}

export interface OpenPrompt {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => Outcome;
  readonly onDone: (text: string) => Outcome | { readonly message: string };
  readonly onCancel: () => Outcome;
}

export interface Mounted {
  readonly name: ScreenName;
  readonly title: string;
  readonly short: string;
  readonly about: readonly string[];
  readonly exports: ReportName;
  readonly view: (context: Context, area: Area) => readonly Line[];
  readonly offers: (context: Context) => readonly Offer[];
  readonly questions: (context: Context) => readonly Question[];
  readonly deal: (context: Context) => ShownDeal | null;
  /** The same screen standing at a number, if it can. */
  readonly standAt: (at: NumberPlace) => Mounted;
}

/** The screen in a state; what its commands lead to is the screen in another one. */
export function mount<S>(screen: Screen<S>, state: S = screen.initial): Mounted {
  const { name, title, short, about } = screen;
  return {
    name,
    title,
    short,
    about,
    exports: typeof screen.exports === 'function' ? screen.exports(state) : screen.exports,
    view: (context, area) => screen.view(context, state, area),
    offers: (context) => screen.commands.map((command) => offer(screen, state, command, context)),
    questions: (context) => screen.questions(context, state),
    deal: (context) => screen.dealOf?.(context, state) ?? null,
    standAt: (at) => mount(screen, screen.standAt?.(state, at) ?? state),
  };
}

function offer<S>(screen: Screen<S>, state: S, command: Command<S>, context: Context): Offer {
  return {
    id: command.id,
    label: command.label,
    keys: command.keys,
    hint: command.hint ?? null,
    unavailable: command.unavailable?.(context, state) ?? null,
    run: (key) => follow(screen, state, command.run(context, state, key)),
  };
}

function follow<S>(screen: Screen<S>, before: S, step: Step<S>): Outcome {
  const state = step.state ?? before;
  return {
    screen: mount(screen, state),
    effects: step.effects ?? [],
    prompt: step.prompt === undefined ? null : open(screen, state, step.prompt),
  };
}

function open<S>(screen: Screen<S>, state: S, prompt: Prompt<S>): OpenPrompt {
  const { label, text, onChange, onDone, onCancel } = prompt;
  return {
    label,
    text,
    onChange: (typed) => follow(screen, state, onChange?.(typed) ?? {}),
    onDone: (typed) => {
      const step = onDone(typed);
      return 'message' in step ? step : follow(screen, state, step);
    },
    onCancel: () => follow(screen, state, onCancel?.() ?? {}),
  };
}
