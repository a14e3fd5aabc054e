/**
 * Where red lines alone leave no deal, no weight and no threshold changes anything. The screens of numbers then show
 * what would be if one way out were taken: an "as if", said in the frame, while the scenario itself stays as it is.
 */
import { compileProblem } from '../../compile/compile.ts';
import type { Constraint } from '../../engine/answer.ts';
import { closedByRedLines, inNeutralOrder, supposition, unionOf, unionWords } from '../../report/view/ways-out.ts';
import type { SingleEdit } from '../../scenario/edit/edit.ts';
import { applyEdit } from '../../scenario/edit/edit.ts';
import { referenceAt } from '../../scenario/edit/reference.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Findings, Subject } from '../live/question.ts';
import type { ScreenName } from './screen.ts';

/** A red line by name. */
export interface Line {
  readonly party: string;
  readonly redLine: string;
}

/** A way out that consists of red lines only. */
export interface LineWay {
  readonly lines: readonly Line[];
  /** What is supposed, without "as if". */
  readonly words: string;
}

/** Screens whose numbers would be inert without an "as if". */
const ACTING: ReadonlySet<ScreenName> = new Set(['weights', 'sensitivity', 'stages']);

/** Ways out by the demands that they are about: thresholds and weights play no part. Remembers what it was told. */
export class WaysOut {
  readonly #known = new Map<string, readonly LineWay[]>();
  readonly #subjects = new WeakMap<Subject, Map<string, Subject>>();

  /** Takes in what the last glance found, where it is about the scenario itself. */
  learn({ glance: { last } }: Findings): void {
    if (last === null || last.about.asIf !== undefined) return;
    const { about, answer } = last;
    if (answer.empty === null) return;
    const { collision } = answer;
    const closed = answer.empty && collision !== null && closedByRedLines(collision.conflict);
    this.#known.set(demandsKey(about.scenario), closed ? lineWays(about, collision.openings) : []);
  }

  /** None where the scenario has a deal, where thresholds have a part in it, or where nothing is known yet. */
  of({ scenario }: Subject): readonly LineWay[] {
    return this.#known.get(demandsKey(scenario)) ?? [];
  }

  /** What a screen's numbers are about: the scenario, or it as if a way out were taken; `chosen` goes around. */
  subjectFor(subject: Subject, screen: ScreenName, chosen: number): Subject {
    const ways = ACTING.has(screen) ? this.of(subject) : [];
    const way = ways[chosen % Math.max(1, ways.length)];
    if (way === undefined) return subject;
    const made = this.#subjects.get(subject) ?? new Map<string, Subject>();
    this.#subjects.set(subject, made);
    const known = made.get(way.words);
    if (known !== undefined) return known;
    const supposed = asIf(subject, way);
    made.set(way.words, supposed);
    return supposed;
  }
}

/** The ways out that set red lines aside and nothing else, one by one and then all at once. */
function lineWays(about: Subject, openings: readonly { readonly drop: readonly Constraint[] }[]): readonly LineWay[] {
  const only = inNeutralOrder(about, openings).filter(({ drop }) => drop.every(({ kind }) => kind === 'redLine'));
  const linesOf = (drop: readonly Constraint[]): Line[] =>
    drop.flatMap((demand) =>
      demand.kind === 'redLine' ? [redLineAt(about.scenario, demand.party, demand.index)] : [],
    );
  const ways = only.map(({ drop }): LineWay => ({ lines: linesOf(drop), words: supposition(about, drop) }));
  const union = unionOf(only);
  return union === null ? ways : [...ways, { lines: linesOf(union), words: unionWords(ways) }];
}

function redLineAt({ parties }: Scenario, party: number, index: number): Line {
  const { id, redLines } = parties[party]!;
  return { party: id, redLine: redLines[index]!.id };
}

function asIf(subject: Subject, way: LineWay): Subject {
  const edits = way.lines.map((line): SingleEdit => ({ kind: 'dropRedLine', ...line }));
  const made = applyEdit(subject.scenario, { kind: 'several', edits });
  if (!made.ok) return subject;
  return {
    scenario: made.scenario,
    compiled: compileProblem(made.scenario),
    file: subject.file,
    edits: [...subject.edits, ...edits],
    asIf: { words: way.words, lines: way.lines.map(({ party, redLine }) => `${party}.${redLine}`), of: subject },
  };
}

const keys = new WeakMap<Scenario, string>();

/** What decides whether red lines alone leave no deal. */
function demandsKey(scenario: Scenario): string {
  const known = keys.get(scenario);
  if (known !== undefined) return known;
  const { stage, parties, rules, consent } = scenario;
  const lines = parties.map(({ redLines }) => redLines.map(({ id, when }) => [id, when]));
  const key = JSON.stringify([stage, lines, rules, consent]);
  keys.set(scenario, key);
  return key;
}

/** Red lines of the file, at its stage, that are set aside in the scenario. */
export function linesSetAside({ file, scenario }: Subject): readonly Line[] {
  const before = referenceAt(file, scenario.stage);
  return before.parties.flatMap((party, k) => {
    const kept = scenario.parties[k]?.redLines.map(({ id }) => id) ?? [];
    return party.redLines.flatMap(({ id }) => (kept.includes(id) ? [] : [{ party: party.id, redLine: id }]));
  });
}

/** The edit that switches the judgement: sets the lines of the way out aside, or takes back all that were. */
export function switchEdit(subject: Subject, ways: readonly LineWay[], chosen: number): readonly SingleEdit[] {
  const aside = linesSetAside(subject);
  if (aside.length > 0) return aside.map((line): SingleEdit => ({ kind: 'restoreRedLine', ...line }));
  const way = ways[chosen % Math.max(1, ways.length)];
  return (way?.lines ?? []).map((line): SingleEdit => ({ kind: 'dropRedLine', ...line }));
}
