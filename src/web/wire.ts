/**
 * What goes between the server of a class and its pages, as plain data: what one seat, the instructor and the projector
 * see, and how actions are answered. Nothing here is computed; `seat-view.ts` and `instructor-view.ts` fill it in.
 */
import type { InstructorAction, Outcome, SeatAction } from '../class/action.ts';
import type { DealText } from '../class/event.ts';
import type { Sheet } from './sheet.ts';

/** Header that a page sends with every action, so that no form of another page can send one. */
export const ASKED_BY_PAGE = 'x-winset-page';

export interface ClockView {
  readonly phase: 'before' | 'running' | 'paused' | 'closed';
  /** Milliseconds to the deadline when this was sent; it falls while the phase is `running`. */
  readonly left: number;
  readonly minutes: number;
}

export interface OptionView {
  readonly id: string;
  readonly label: string;
  readonly text: string | null;
}

export interface IssueView {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly options: readonly OptionView[];
  /** By issue id, the options with which this one arises; null: always. */
  readonly only: Options | null;
}

/** Holds where every issue named has one of its options. */
export type Options = readonly { readonly issue: string; readonly options: readonly string[] }[];

export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly you: boolean;
  /** Who plays it in this team. */
  readonly by: 'person' | 'computer' | 'nobody';
}

/** What a text is worth to the one who looks, in points of the own sheet. */
export interface OwnWorth {
  readonly points: number;
  readonly least: number;
  readonly belowLeast: boolean;
  /** Reasons of the own red lines that it crosses. */
  readonly crosses: readonly string[];
}

export interface ProposalView {
  readonly number: number;
  /** Role ids, as everywhere here. */
  readonly by: string;
  /** Null: "no deal". */
  readonly deal: DealText | null;
  readonly accepted: readonly string[];
  readonly waitsFor: readonly string[];
  /** How many more have to accept, whoever they are. */
  readonly others: number;
  /** Null for an observer. */
  readonly worth: OwnWorth | null;
}

export interface HandoutView {
  readonly id: string;
  readonly text: string | null;
  readonly draft: { readonly title: string; readonly deal: DealText } | null;
}

export interface MessageView {
  readonly by: string;
  readonly to: readonly string[] | null;
  readonly text: string;
}

export interface ResultView {
  readonly deal: DealText | null;
  readonly by: readonly string[];
  readonly without: readonly string[];
  readonly worth: OwnWorth | null;
}

/** What stays the same for everybody as long as the class is open. */
export interface CaseView {
  readonly title: string;
  /** HTML made from the public brief, with nothing in it that runs. */
  readonly publicBrief: string;
  readonly issues: readonly IssueView[];
  readonly talk: 'face' | 'text';
}

/** What one seat may see now. */
export interface SeatView {
  readonly seat: string;
  readonly team: string | null;
  readonly role: string | null;
  readonly clock: ClockView;
  readonly roles: readonly RoleView[];
  /** Paragraphs; null while it is not shown yet, or for an observer. */
  readonly brief: readonly string[] | null;
  readonly sheet: Sheet | null;
  readonly proposals: readonly ProposalView[];
  readonly result: ResultView | null;
  readonly handouts: readonly HandoutView[];
  readonly announcements: readonly string[];
  readonly chat: readonly MessageView[];
  readonly notes: string;
}

export interface SeatCard {
  readonly seat: string;
  readonly code: string;
  readonly role: string | null;
  /** came: the code word was used; here: a page is open now. */
  readonly state: 'expected' | 'came' | 'here' | 'absent';
}

export interface TeamCard {
  readonly team: string;
  readonly seats: readonly SeatCard[];
  readonly computer: readonly { readonly role: string; readonly strategy: string }[];
  readonly proposals: readonly (ProposalView & { readonly points: Readonly<Record<string, number>> })[];
  readonly result:
    (ResultView & { readonly points: Readonly<Record<string, number>>; readonly minute: number | null }) | null;
  readonly chat: readonly MessageView[];
}

/** Points of signed deals by role, counted in steps of ten from `from`. */
export interface Histogram {
  readonly role: string;
  readonly from: number;
  readonly counts: readonly number[];
}

export interface Tally {
  readonly teams: number;
  readonly signed: number;
  readonly noDeal: number;
}

export interface InstructorView {
  readonly clock: ClockView;
  readonly roles: readonly {
    readonly id: string;
    readonly name: string;
    readonly instructor: string | null;
    readonly bluffs: readonly string[];
  }[];
  readonly instructor: string | null;
  readonly teams: readonly TeamCard[];
  readonly unseated: readonly SeatCard[];
  readonly handouts: readonly (HandoutView & {
    readonly minute: number | null;
    readonly roles: readonly string[] | null;
    readonly out: boolean;
  })[];
  readonly histograms: readonly Histogram[];
  readonly tally: Tally;
  readonly spoilers: boolean;
}

export interface ProjectorView {
  readonly clock: ClockView;
  readonly address: string;
  readonly people: { readonly here: number; readonly seats: number };
  readonly announcements: readonly string[];
  /** Null while the instructor keeps back what gives the case away. */
  readonly results: {
    readonly tally: Tally;
    readonly histograms: readonly Histogram[];
    readonly names: Readonly<Record<string, string>>;
  } | null;
}

/** An action of a page; the same id again is the same action. */
export interface Posted<A extends SeatAction | InstructorAction> {
  readonly id: string;
  readonly action: A;
}

/** `done` without the events, which may tell what others wrote. */
export type Answered =
  | { readonly kind: 'done' }
  | Extract<Outcome, { readonly kind: 'sure' | 'refused' }>
  /** The code word was used on another device; or nobody knows this one. */
  | { readonly kind: 'taken' | 'stranger' };
