/**
 * The answer at a glance: what `solve` says without counting anything, soon enough for every keypress.
 *
 * Notes on earlier glances make the next one faster: what is settled with them within a small part of the search budget
 * stands, and what is not is worked out again without them. They never change what is proven; they may settle what the
 * whole budget would not settle without them.
 */
import type { ExactPoints, Knot, Solution, SolutionName } from './answer.ts';
import { questionNodes } from './question-nodes.ts';
import type { Coalitions, Signing } from './coalitions.ts';
import { findSigners, listCoalitions } from './coalitions.ts';
import type { UncountedCollision, UncountedOpening } from './conflict/collision.ts';
import { collisionOf } from './conflict/collision.ts';
import { knotOf } from './explain/knot.ts';
import { coalitionRegion } from './region.ts';
import { completeDeals } from './draft/draft.ts';
import type { Draft } from './draft/draft.ts';
import type { DraftGlance } from './draft/glance-draft.ts';
import { DraftNotes, glanceAtDraft } from './draft/glance-draft.ts';
import type { Problem } from './problem.ts';
import type { Effort } from './search/maximise.ts';
import { Notes } from './search/memory.ts';
import type { Memory } from './search/memory.ts';
import { slackWithin } from './slack.ts';
import { allSolutions } from './solution/all-solutions.ts';
import type { CoalitionZone } from './solution/solutions.ts';

export interface GlanceOptions {
  readonly drafts: readonly Draft[];
  /** By draft, whether it is held against a problem of its own, by `glanceAtDrafts`; absent: none is. */
  readonly apart?: readonly boolean[];
  /** The signers to solve for; null: the largest coalition that has a deal. */
  readonly coalition: readonly number[] | null;
  /** Most equally good deals to list per solution; more are counted. */
  readonly ties: number;
  /** Search nodes that one question may take; what then is not proven is said. Absent: some seconds' worth. */
  readonly nodes?: number;
}

/** A solution without the effort it took, which notes change. */
export type SolutionGlance = Omit<Solution, 'nodes'>;

export interface OpeningGlance extends Omit<UncountedOpening, 'solution'> {
  readonly solution: SolutionGlance;
}

export interface CollisionGlance extends Omit<UncountedCollision, 'openings'> {
  readonly openings: readonly OpeningGlance[];
}

/** What a glance says of the zone, whatever the drafts. As in `Answer`, where the names are the same. Plain data. */
export interface ZoneGlance {
  /** Null: not decided within the search budget. */
  readonly empty: boolean | null;
  /** The signers the solutions are for: the asked one, or the largest with a deal; null when no deal is known. */
  readonly coalition: readonly number[] | null;
  /** False where a larger coalition with a deal is not ruled out. */
  readonly coalitionProven: boolean;
  readonly solutions: Readonly<Record<SolutionName, SolutionGlance>> | null;
  /** Per party: its best utility over the deals those signers can sign, in points; null without solutions or unproven. */
  readonly ideals: readonly (number | null)[];
  readonly uniformSlack: number | null;
  readonly uniformSlackExact: ExactPoints | null;
  readonly uniformSlackProven: boolean;
  /** Null when the zone is not proven empty, or when it is not known whether the rules alone leave a deal. */
  readonly collision: CollisionGlance | null;
  /** Null where there is no collision, or where the search budget ran out. */
  readonly knot: Knot | null;
}

export interface Glance extends ZoneGlance {
  /** Of the drafts that are held against the problem itself. */
  readonly drafts: readonly DraftGlance[];
}

/** A draft and the problem that it is held against. */
export interface DraftApart {
  readonly problem: Problem;
  readonly draft: Draft;
}

/** What earlier glances leave behind for later ones. Belongs to whoever asks for glances, one after the other. */
export class GlanceNotes {
  readonly searches = new Notes();
  readonly drafts = new DraftNotes();
}

/** Thrown when a glance is stopped before it is whole. */
export class Stopped extends Error {
  override readonly name = 'AbortError';
}

/** Thrown as soon as a glance with notes does not settle a question: nothing of it stands. */
class Unsettled extends Error {}

/** The part of the nodes of a question within which a glance with notes has to settle it. */
const REMEMBERING_SHARE = 1 / 4;

/** The part of the nodes of one question that goes to each question about what a party makes of a partial draft. */
const DRAFT_SHARE = 1 / 256;

/** Nodes for the deals of all ways out, in those of one question: somebody waits. */
const DEAL_QUESTIONS = 1;

/** A search for signers may take this many times the nodes of one question. */
const SIGNER_QUESTIONS = 2;

/**
 * Glances at a problem. What is said to be proven is true with any notes. Equal problems and options give equal answers
 * with any notes where the nodes settle every question without notes; where they do not, notes may. `stop` is asked
 * between the questions; `tell` hears whether there is a deal, null for not known, long before the rest is there.
 * @throws Stopped
 */
export function glance(
  problem: Problem,
  options: GlanceOptions,
  notes: GlanceNotes = new GlanceNotes(),
  stop: () => boolean = () => false,
  tell: (empty: boolean | null) => void = () => {},
): Glance {
  const nodes = options.nodes ?? questionNodes(problem);
  const memory = notes.searches.open(problem, () => {
    throw new Unsettled();
  });
  const shares = { draftNodes: nodes * DRAFT_SHARE, knotNodes: nodes };
  const subject = { problem, options, drafts: notes.drafts, ...shares, stop, tell };
  try {
    return new Look(subject, nodes * REMEMBERING_SHARE, memory).whole();
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error;
    return new Look(subject, nodes, null).whole();
  }
}

/** Drafts held against problems of their own. @throws Stopped */
export function glanceAtDrafts(
  all: readonly DraftApart[],
  notes: GlanceNotes = new GlanceNotes(),
  stop: () => boolean = () => false,
): readonly DraftGlance[] {
  return all.map(({ problem, draft }) => {
    if (stop()) throw new Stopped('the glance was stopped');
    const nodes = questionNodes(problem);
    const limits = { party: nodes * DRAFT_SHARE, zone: nodes };
    // Notes of searches are about one problem; those of single parties serve any.
    return glanceAtDraft(problem, draft, listCoalitions(problem), { nodes: 0 }, limits, notes.drafts);
  });
}

/** What is looked at, in whichever way. */
interface Subject {
  readonly problem: Problem;
  readonly options: GlanceOptions;
  readonly drafts: DraftNotes;
  readonly draftNodes: number;
  readonly knotNodes: number;
  readonly stop: () => boolean;
  readonly tell: (empty: boolean | null) => void;
}

/** One look: its questions one by one, each within its nodes; with a memory or without. */
class Look {
  readonly #subject: Subject;
  readonly #problem: Problem;
  readonly #options: GlanceOptions;
  readonly #nodes: number;
  readonly #memory: Memory | null;

  constructor(subject: Subject, nodes: number, memory: Memory | null) {
    this.#subject = subject;
    this.#problem = subject.problem;
    this.#options = subject.options;
    this.#nodes = nodes;
    this.#memory = memory;
  }

  whole(): Glance {
    const problem = this.#problem;
    const listed = listCoalitions(problem);
    const signing = findSigners(problem, this.#effort('signers'), this.#nodes * SIGNER_QUESTIONS);
    const empty = signing.signers === null ? (signing.proven ? true : null) : false;
    this.#subject.tell(empty);
    const signers = this.#signersAsked(signing);
    const solved = empty === true || signers === null ? null : this.#solve(signers, signing);
    const slack = this.#slack();
    const collision = empty === true ? this.#collide() : null;
    return {
      empty,
      coalition: empty === true || signers === null ? null : signers.parties,
      coalitionProven: this.#options.coalition === null ? signing.proven : (solved?.decided ?? true),
      solutions: solved?.solutions ?? null,
      ideals: solved?.ideals ?? problem.parties.map(() => null),
      uniformSlack: slack.points,
      uniformSlackExact: slack.exact,
      uniformSlackProven: slack.proven,
      collision,
      knot: collision === null ? null : this.#knot(),
      drafts: this.#options.drafts.flatMap((draft, k) => {
        return this.#options.apart?.[k] === true ? [] : this.#lookAt(draft, listed);
      }),
    };
  }

  /** What a question may take; its notes are found again under its name. */
  #effort(question: string): Effort {
    this.#goOn();
    return this.#memory === null ? { nodes: 0 } : { nodes: 0, memory: this.#memory.about(question) };
  }

  #signersAsked({ signers }: Signing): CoalitionZone | null {
    const { coalition } = this.#options;
    if (coalition === null) return signers;
    const region = coalitionRegion(this.#problem, coalition);
    return region === null ? null : { parties: coalition, region };
  }

  #solve(zone: CoalitionZone, { signers }: Signing): Pick<Glance, 'solutions' | 'ideals'> & { decided: boolean } {
    const limits = { nodes: this.#nodes, ties: this.#options.ties };
    const known = [...(signers === null ? [] : [signers.deal]), ...completeDeals(this.#options.drafts)];
    const { solutions, ideals, decided } = allSolutions(this.#problem, zone, known, limits, this.#effort('solutions'));
    if (solutions === null) return { solutions, ideals, decided };
    const named = {
      nash: withoutNodes(solutions.nash),
      'kalai-smorodinsky': withoutNodes(solutions['kalai-smorodinsky']),
      egalitarian: withoutNodes(solutions.egalitarian),
      utilitarian: withoutNodes(solutions.utilitarian),
      'relative-utilitarian': withoutNodes(solutions['relative-utilitarian']),
      'equal-loss': withoutNodes(solutions['equal-loss']),
    };
    return { solutions: named, ideals, decided };
  }

  #lookAt(draft: Draft, listed: Coalitions): DraftGlance {
    const { drafts, draftNodes } = this.#subject;
    const limits = { party: draftNodes, zone: this.#nodes };
    return glanceAtDraft(this.#problem, draft, listed, this.#effort(`draft ${draft.join()}`), limits, drafts);
  }

  #slack(): ReturnType<typeof slackWithin> {
    return slackWithin(this.#problem, this.#options.coalition, this.#effort('slack'), this.#nodes);
  }

  /** It asks about other problems, with fewer issues to settle: notes on this one are of no use to it. */
  #knot(): Knot | null {
    this.#goOn();
    return knotOf(this.#problem, { nodes: 0 }, this.#subject.knotNodes);
  }

  #goOn(): void {
    if (this.#subject.stop()) throw new Stopped('the glance was stopped');
  }

  #collide(): CollisionGlance | null {
    const { ties } = this.#options;
    const found = collisionOf(this.#problem, ties, this.#effort('collision'), this.#nodes, DEAL_QUESTIONS);
    if (found === null) return null;
    const openings = found.openings.map((opening) => ({ ...opening, solution: withoutNodes(opening.solution) }));
    return { ...found, openings };
  }
}

function withoutNodes({ proven, deals, total, leftOut }: Solution): SolutionGlance {
  return { proven, deals, total, leftOut };
}
