/** Everything a screen may read; screens draw it and never change it. */
import type { Deal } from '../../engine/problem.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import type { Answers, Findings, Subject } from '../live/question.ts';

/** Answers at one moment, to hold later ones against. */
export interface Moment {
  readonly about: Subject;
  readonly glance: Answers['glance'];
  /** Null while it was not counted. */
  readonly zone: Answers['zone'] | null;
}

/** The deal that the deal screen is about, and where it came from: "Nash deal", "draft us28". */
export interface ShownDeal {
  readonly deal: Deal;
  readonly title: string;
  /** The scenario was changed since, so the title may no longer hold. */
  readonly earlier?: boolean;
}

/** What the scenario can be held against: a reading that lies beside its file. */
export interface Beside {
  /** How it is opened. */
  readonly argument: string;
  readonly name: string;
  readonly by: string;
}

export interface Context {
  /** The scenario as it stands now, with the file it came from. */
  readonly now: Subject;
  readonly findings: Findings;
  /** What the person pinned to compare with. */
  readonly pinned: Moment | null;
  /** Before the last change. */
  readonly before: Moment | null;
  readonly shown: ShownDeal | null;
  /** Readings that lie beside the file. */
  readonly beside: readonly Beside[];
  readonly glyphs: Glyphs;
}
