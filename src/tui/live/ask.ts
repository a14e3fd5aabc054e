/** Each question of a screen as jobs for worker threads. */
import type { Crew, Progress } from '../../questions/crew.ts';
import { first } from '../../questions/crew.ts';
import { askDraws } from '../../questions/sensitivity/ask-draws.ts';
import { askBreakpoints, askEffects } from '../../questions/sensitivity/ask-numbers.ts';
import { askStages } from '../../questions/sensitivity/ask-stages.ts';
import { compileDraft, compileProblem } from '../../compile/compile.ts';
import type { Draft } from '../../engine/draft/draft.ts';
import type { Explanation } from '../../engine/explain/answer.ts';
import type { ExplainOptions } from '../../engine/explain/explain.ts';
import type { Problem } from '../../engine/problem.ts';
import type { FrontierProgress } from '../../engine/frontier/frontier.ts';
import type { DraftStandpoint } from '../../report/case.ts';
import { ownStage } from '../../scenario/edit/own-stage.ts';
import { referenceAt } from '../../scenario/edit/reference.ts';
import { applyEdit } from '../../scenario/edit/edit.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Answers, QuestionKind, QuestionOf, Subject } from './question.ts';
import { DEFAULT_TOLERANCE, toleranceWords } from '../../questions/frontier/tolerance.ts';
import { SEED } from './question.ts';

type Asking<K extends QuestionKind> = (subject: Subject, question: QuestionOf<K>, crew: Crew) => Promise<Answers[K]>;

/** States of one diagram: as many as the commands allow by default. */
export const STATES = 500_000;
/** Most equally good deals listed per solution. */
export const TIES = 100;
/** Of the frontier: points at most, and utility vectors to keep where all are asked for. */
const MOST_POINTS = 400;
const VECTORS = 100_000;
/** What of a frontier is not proven within these is said; the command goes on for longer. */
const FRONTIER_NODES = 2_000_000;
/** Conflicts and repairs, and ways of each opening, to look for. */
const MOST_SETS = 50;
const WAYS = 20;
/** For the deals that one party alone blocks: enough for a proven order of magnitude. */
const FEW_STATES = 20_000;

export const ASK: { readonly [K in QuestionKind]: Asking<K> } = {
  glance: async (subject, _, crew) => {
    const { scenario, compiled } = subject;
    const { problem } = compiled;
    const draftProblems = standpointsOf(subject).map((at) => at?.compiled.problem ?? null);
    const options = { drafts: draftsOf(scenario), draftProblems, coalition: null, ties: TIES };
    return first(await crew.run<'glance'>([{ kind: 'glance', problem, options }], atWork));
  },

  zone: async ({ compiled: { problem } }, _, crew) => {
    const budget = { states: STATES, seed: SEED };
    return first(await crew.run<'zone'>([{ kind: 'zone', problem, budget }], atWork));
  },

  frontier: async ({ scenario, compiled: { problem } }, { zone }, crew) => {
    const options = {
      epsilon: DEFAULT_TOLERANCE.amount,
      measure: DEFAULT_TOLERANCE.measure,
      maxPoints: MOST_POINTS,
      vectors: VECTORS,
      nodes: FRONTIER_NODES,
      states: STATES,
      seed: SEED,
    };
    const question = { inZone: zone, coalition: null, drafts: draftsOf(scenario), options };
    return first(await crew.run<'frontier'>([{ kind: 'frontier', problem, question }], ([told]) => frontierWork(told)));
  },

  explain: ({ compiled: { problem } }, _, crew) => askExplanation(problem, [], crew),

  tornado: (subject, { solution }, crew) => askEffects(subject, false, { solution, count: null }, crew),

  line: async (subject, { number, recommended }, crew) => {
    const outcome = { coalition: null, deal: null, ...recommended, proven: recommended !== null };
    const solution = recommended?.solution ?? 'nash';
    const [row] = await askBreakpoints(subject, [number], { solution, outcome }, crew);
    return row ?? null;
  },

  // A line that may be none is drawn, not supposed away.
  smaa: (subject, { draws, solution }, crew) =>
    askDraws(drawnFrom(subject), { draws, solution, simplex: false, seed: SEED }, crew),

  stages: ({ file, edits }, { solution }, crew) => {
    const budget = { states: STATES, seed: SEED };
    return askStages(file, (positions) => edited(positions, edits, file), { solution, count: budget }, crew);
  },

  deal: async ({ compiled: { problem } }, { deal }, crew) => {
    const job = { kind: 'drafts', problem, options: explainOptions([deal]) } as const;
    return first(first(await crew.run<'drafts'>([job], atWork)));
  },
};

/** The scenario itself, where one of its red lines is drawn. */
function drawnFrom(subject: Subject): Subject {
  const itself = subject.asIf?.of;
  return itself?.scenario.parties.some(({ redLines }) => redLines.some(({ holds }) => holds !== undefined))
    ? itself
    : subject;
}

/** The whole explanation, with that of these drafts. */
export async function askExplanation(problem: Problem, drafts: readonly Draft[], crew: Crew): Promise<Explanation> {
  const job = { kind: 'explain', problem, options: explainOptions(drafts) } as const;
  return first(await crew.run<'explain'>([job], saying));
}

function explainOptions(drafts: readonly Draft[]): ExplainOptions {
  return { drafts, most: MOST_SETS, ways: WAYS, states: FEW_STATES, seed: SEED };
}

function draftsOf(scenario: Scenario): readonly Draft[] {
  return scenario.drafts.map(({ id }) => compileDraft(scenario, id));
}

/** The positions of each draft's own date, with the person's edits; null where the subject has them itself. */
const standpoints = new WeakMap<Subject, readonly (DraftStandpoint | null)[]>();

/** Nothing is held against another date where a way out is supposed: the screens of numbers show no drafts. */
export function standpointsOf(subject: Subject): readonly (DraftStandpoint | null)[] {
  const known = standpoints.get(subject);
  if (known !== undefined) return known;
  const { scenario, file, edits, asIf } = subject;
  const made = new Map<string | null, DraftStandpoint>();
  const points = scenario.drafts.map((draft) => {
    const stage = ownStage(file, draft);
    if (asIf !== undefined || stage === undefined || stage === scenario.stage) return null;
    const old = made.get(stage);
    if (old !== undefined) return old;
    const positions = edited(referenceAt(file, stage), edits, file);
    const point = { scenario: positions, compiled: compileProblem(positions) };
    made.set(stage, point);
    return point;
  });
  standpoints.set(subject, points);
  return points;
}

/** With the edits that can be made there; a stage may have taken away what one of them changed. */
function edited(positions: Scenario, edits: Subject['edits'], file: Scenario): Scenario {
  return edits.reduce((current, edit) => {
    const changed = applyEdit(current, edit, file);
    return changed.ok ? changed.scenario : current;
  }, positions);
}

function atWork(): Progress {
  return { text: '', share: null };
}

/** For jobs that say in words what they are at. */
function saying([told]: readonly (string | null)[]): Progress {
  return { text: told ?? '', share: null };
}

function frontierWork(told: FrontierProgress | null | undefined): Progress {
  if (told === null || told === undefined) return atWork();
  if (told.kind === 'exact') {
    return { text: `${told.issues} of ${told.of} issues`, share: told.issues / told.of };
  }
  const proven = Number.isFinite(told.epsilon)
    ? `, proven within ${toleranceWords({ ...DEFAULT_TOLERANCE, amount: told.epsilon })}`
    : '';
  return { text: `${told.points} points${proven}`, share: null };
}
