/** Each question of a screen as jobs for worker threads. */
import { compileDraft, compileProblem } from '../../compile/compile.ts';
import type { Draft } from '../../engine/draft/draft.ts';
import type { DraftGlance } from '../../engine/draft/glance-draft.ts';
import type { Glance } from '../../engine/glance.ts';
import { SEED, SOLUTION, STATES, TIES, VECTORS } from '../../questions/budgets.ts';
import type { Crew, Progress, Told } from '../../questions/crew.ts';
import { first, silent } from '../../questions/crew.ts';
import { runMany } from '../../questions/bargain/ask-runs.ts';
import { runSession } from '../../questions/bargain/ask-session.ts';
import { setupOf } from '../../questions/bargain/setup.ts';
import { draftsApart, withDrafts } from '../../questions/own-date.ts';
import type { Standpoints } from '../../questions/own-date.ts';
import type { OpenCase } from '../../questions/question.ts';
import { explainingOf } from '../../questions/explain/ask.ts';
import { DEFAULT_TOLERANCE } from '../../questions/frontier/tolerance.ts';
import { askFrontier } from '../../questions/frontier/ask.ts';
import { followClause } from '../../questions/price/follow.ts';
import { askDraws, hasRange } from '../../questions/sensitivity/ask-draws.ts';
import { askBreakpoints, askEffects, nodesOfLine } from '../../questions/sensitivity/ask-numbers.ts';
import { askStages } from '../../questions/sensitivity/ask-stages.ts';
import { askUnvalued } from '../../questions/unvalued.ts';
import type { DraftStandpoint } from '../../report/case.ts';
import { ownStage } from '../../scenario/edit/own-stage.ts';
import { referenceAt } from '../../scenario/edit/reference.ts';
import { withEdits } from '../../scenario/edit/edit.ts';
import type { Draft as NamedDraft, Scenario } from '../../scenario/scenario.ts';
import { hasUnvalued } from '../../scenario/unvalued.ts';
import { EARLY } from './question.ts';
import type { Answers, QuestionKind, QuestionOf, Subject } from './question.ts';

/** The verdict before the rest; not where it hangs on numbers that are not yet valued. */
function earlyVerdict(scenario: Scenario, [told]: Told<'glance'>): Progress {
  const isKnown = told !== null && told !== undefined && told.empty !== null && !hasUnvalued(scenario);
  return { text: !isKnown ? '' : told.empty ? EARLY.none : EARLY.some, share: null };
}

/** Another scenario by its file, read as a command reads it. */
export type OpenBeside = (argument: string) => Promise<OpenCase>;

type Asking<K extends QuestionKind> = (
  subject: Subject,
  question: QuestionOf<K>,
  crew: Crew,
  open: OpenBeside,
  /** Told an answer that still lacks details. */
  tell: (answer: Answers[K]) => void,
) => Promise<Answers[K]>;

const BUDGET = { states: STATES, seed: SEED };

export const ASK: { readonly [K in QuestionKind]: Asking<K> } = {
  glance: async (subject, _, crew, __, tell) => {
    const { scenario, compiled } = subject;
    const { problem } = compiled;
    const drafts = draftsOf(scenario);
    const apart = scenario.drafts.map((draft) => ownDateOf(subject, draft) !== undefined);
    const options = { drafts, apart, coalition: null, ties: TIES.screen };
    let verdictTold = (): void => {};
    const verdict = new Promise<void>((resolve) => {
      verdictTold = resolve;
    });
    const progress = (told: Told<'glance'>): Progress => {
      verdictTold();
      return earlyVerdict(scenario, told);
    };
    const isApart = apart.includes(true);
    const askNear = async (): Promise<Glance> => {
      const near = first(await crew.run<'glance'>([{ kind: 'glance', problem, options }], progress));
      const awaited = apart.map(() => null);
      if (isApart && !hasUnvalued(scenario)) tell(withDrafts(near, apart, awaited));
      return near;
    };
    const [near, own] = await Promise.all([
      askNear(),
      // The person sees frame and verdict first: the positions of other dates take as long as they do.
      isApart ? verdict.then(() => atOwnDates(subject, drafts, crew)) : [],
    ]);
    const answer = withDrafts(near, apart, own);
    const unvalued = await askUnvalued(scenario, crew, BUDGET);
    return unvalued === null ? answer : { ...answer, unvalued };
  },

  zone: async ({ compiled: { problem } }, _, crew) => {
    return first(await crew.run<'zone'>([{ kind: 'zone', problem, budget: BUDGET }], silent));
  },

  frontier: async (subject, { zone }, crew) => {
    const options = { zone, epsilon: DEFAULT_TOLERANCE, vectors: VECTORS };
    const { answer, scope } = await askFrontier(subject, options, { patience: 'screen', crewFor: () => crew });
    return { ...answer, scope };
  },

  explain: async ({ compiled: { problem } }, _, crew) => {
    const job = { kind: 'explain', problem, options: explainingOf([]) } as const;
    return first(await crew.run<'explain'>([job], ([told]) => ({ text: told ?? '', share: null })));
  },

  tornado: (subject, { solution }, crew) => askEffects(subject, false, { solution, count: null }, crew),

  line: async (subject, { number, recommended }, crew) => {
    const outcome = { coalition: null, deal: null, ...recommended, proven: recommended !== null };
    const solution = recommended?.solution ?? SOLUTION;
    const [row] = await askBreakpoints(subject, [number], { solution, outcome }, nodesOfLine(subject), crew);
    return row ?? null;
  },

  // A line that may be none is drawn, not supposed away.
  smaa: (subject, { draws, solution }, crew) =>
    askDraws(drawnFrom(subject), { draws, solution, simplex: false, seed: SEED }, crew).then(({ answer }) => answer),

  stages: ({ file, edits }, { solution }, crew) => {
    return askStages(file, (positions) => withEdits(positions, edits, file), { solution, count: BUDGET }, crew);
  },

  session: async ({ scenario, compiled, file }, { agenda }, crew) => {
    const setup = setupOf({ scenario, file, changed: (positions) => positions }, { seed: SEED, agenda });
    return { about: { scenario, compiled }, setup, session: await runSession(setup, crew) };
  },

  runs: async ({ scenario, compiled, file }, { runs, agenda }, crew) => {
    const setup = setupOf({ scenario, file, changed: (positions) => positions }, { seed: SEED, agenda });
    const draws = hasRange(scenario);
    const { summary } = await runMany(setup, { runs, draws }, crew);
    return { about: { scenario, compiled }, summary, draws };
  },

  deal: async ({ compiled: { problem } }, { deal }, crew) => {
    const job = { kind: 'drafts', problem, options: explainingOf([deal]) } as const;
    return first(first(await crew.run<'drafts'>([job], silent)));
  },

  tournament: async (subject, { menu, protocol, agenda }, crew, open) => {
    const [{ askTournament }, { tournamentOptions }] = await Promise.all([
      import('../../questions/tournament/ask.ts'),
      import('../../questions/tournament/question.ts'),
    ]);
    const asked = tournamentOptions.parse({ menu, protocol, agenda });
    return askTournament(openedOf(subject), asked, { patience: 'screen', crewFor: () => crew, open });
  },

  compare: async (subject, { others }, crew, open) => {
    const [{ askCompare }, { compareOptions }] = await Promise.all([
      import('../../questions/compare/ask.ts'),
      import('../../questions/compare/question.ts'),
    ]);
    const asked = compareOptions.parse({ others: [...others] });
    return askCompare(openedOf(subject), asked, { patience: 'screen', crewFor: () => crew, open });
  },

  price: ({ compiled: { problem } }, { deal, party, issue }, crew) =>
    followClause(problem, deal, { party, issue }, crew),
};

/** The scenario as it stands, as a command opens it. */
function openedOf({ scenario, compiled, file }: Subject): OpenCase {
  return { scenario, compiled, file, assumptions: [], warnings: [], version: '', changed: (at) => at };
}

/** The scenario itself, where one of its red lines is drawn. */
export function drawnFrom(subject: Subject): Subject {
  const itself = subject.asIf?.of;
  return itself?.scenario.parties.some(({ redLines }) => redLines.some(({ holds }) => holds !== undefined))
    ? itself
    : subject;
}

function draftsOf(scenario: Scenario): readonly Draft[] {
  return scenario.drafts.map(({ id }) => compileDraft(scenario, id));
}

/** Drafts of other dates. */
async function atOwnDates(subject: Subject, all: readonly Draft[], crew: Crew): Promise<readonly DraftGlance[]> {
  const drafts = draftsApart(standpointsOf(subject).drafts, all);
  return first(await crew.run<'glanceDrafts'>([{ kind: 'glanceDrafts', drafts }], silent));
}

/** The stage of the draft's own date; undefined where the subject has the positions itself. */
function ownDateOf(subject: Subject, draft: Pick<NamedDraft, 'date'>): string | null | undefined {
  const { scenario, file, asIf } = subject;
  const stage = asIf === undefined ? ownStage(file, draft) : undefined;
  return stage === scenario.stage ? undefined : stage;
}

/** The positions of each draft's own date, and of no deal's, with the person's edits; null where the subject has them itself. */
const standpoints = new WeakMap<Subject, Standpoints>();

/** Nothing is held against another date where a way out is supposed: the screens of numbers show no drafts. */
export function standpointsOf(subject: Subject): Standpoints {
  const known = standpoints.get(subject);
  if (known !== undefined) return known;
  const { scenario, file, edits } = subject;
  const made = new Map<string | null, DraftStandpoint>();
  const pointOf = (draft: Pick<NamedDraft, 'date'>): DraftStandpoint | null => {
    const stage = ownDateOf(subject, draft);
    if (stage === undefined) return null;
    const old = made.get(stage);
    if (old !== undefined) return old;
    const positions = withEdits(referenceAt(file, stage), edits, file);
    const point = { scenario: positions, compiled: compileProblem(positions) };
    made.set(stage, point);
    return point;
  };
  const { drafts, statusQuo } = scenario;
  const points = { drafts: drafts.map(pointOf), noDeal: statusQuo === undefined ? null : pointOf(statusQuo) };
  standpoints.set(subject, points);
  return points;
}
