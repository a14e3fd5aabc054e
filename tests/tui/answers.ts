/** The answers that the interface would show, found by calling the engine in this thread, each once per test file. */
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { compileLine } from '../../src/compile/lines.ts';
import { compileUncertainty } from '../../src/compile/uncertainty.ts';
import { compileVaried, variedNumbers } from '../../src/compile/vary.ts';
import { runMany } from '../../src/engine/bargain/many/runs.ts';
import { runSession } from '../../src/engine/bargain/session.ts';
import { summariseRuns } from '../../src/engine/bargain/many/summary.ts';
import { tournamentOf } from '../../src/engine/bargain/many/payoffs.ts';
import { playProfiles } from '../../src/engine/bargain/many/tournament.ts';
import { profileCount } from '../../src/engine/bargain/many/profiles.ts';
import { explain, explainOnlyDrafts } from '../../src/engine/explain/explain.ts';
import { refusing } from '../../src/engine/explain/refusal.ts';
import { answerFrontier } from '../../src/engine/frontier/question.ts';
import { stageAnswer } from '../../src/engine/sensitivity/stage-step.ts';
import { breakpoints } from '../../src/engine/sensitivity/breakpoints.ts';
import { smaaAnswer } from '../../src/engine/sensitivity/smaa-answer.ts';
import { smaa } from '../../src/engine/sensitivity/smaa.ts';
import { byEffect } from '../../src/engine/sensitivity/effect.ts';
import { tornado } from '../../src/engine/sensitivity/tornado.ts';
import { solve } from '../../src/engine/solve.ts';
import { spaceSize } from '../../src/engine/problem.ts';
import type { Answer } from '../../src/engine/answer.ts';
import { applyEdit } from '../../src/scenario/edit/edit.ts';
import type { ScenarioEdit } from '../../src/scenario/edit/edit.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { readStrategy } from '../../src/scenario/format/strategy.ts';
import type { Scenario, Strategy } from '../../src/scenario/scenario.ts';
import { sessionQuestion } from '../../src/questions/bargain/session-question.ts';
import { moveOf } from '../../src/compile/strategy.ts';
import { setupOf } from '../../src/questions/bargain/setup.ts';
import { followedBy } from '../../src/questions/price/follow.ts';
import { glance } from '../../src/engine/glance.ts';
import type { Answers, QuestionKind, QuestionOf, Subject } from '../../src/tui/live/question.ts';

const BUDGET = { states: 20_000, seed: '1' } as const;

export const answer: { readonly [K in QuestionKind]: (question: QuestionOf<K>, about: Subject) => Answers[K] } = {
  glance: (_, { scenario, compiled }) =>
    glance(compiled.problem, { drafts: draftsOf(scenario), coalition: null, ties: 20 }),
  zone: (_, about) => solved(about).zone,
  frontier: ({ zone }, { scenario, compiled }) =>
    answerFrontier(compiled.problem, {
      inZone: zone,
      coalition: null,
      drafts: draftsOf(scenario),
      options: { ...BUDGET, epsilon: 0.05, measure: 'share', maxPoints: 200, vectors: 20_000, nodes: 200_000 },
    }),
  explain: (_, { scenario, compiled }) =>
    explain(compiled.problem, { ...BUDGET, drafts: draftsOf(scenario), most: 20, ways: 12 }),
  tornado: ({ solution }, { scenario, compiled }) => {
    const numbers = variedNumbers(scenario, false);
    const variants = numbers.map((number) => ({
      party: number.party,
      low: compileVaried(scenario, compiled, number, number.low),
      high: compileVaried(scenario, compiled, number, number.high),
    }));
    const found = tornado(compiled.problem, variants, { solution, count: null }, () => {});
    return { answer: found, numbers, order: byEffect(found) };
  },
  line: ({ number, recommended }, { scenario, compiled }) => {
    const line = compileLine(scenario, compiled, number);
    if (line === null) return null;
    return { ...line, found: breakpoints(compiled.problem, [line.line], recommended, () => {})[0]! };
  },
  smaa: ({ draws, solution }, { scenario, compiled }) =>
    smaaAnswer(
      smaa(
        compiled.problem,
        {
          uncertainty: compileUncertainty(scenario),
          drafts: draftsOf(scenario),
          solution,
          simplex: false,
          seed: '1',
          from: 0,
          to: draws,
        },
        () => {},
      ),
      compiled.problem.parties.length,
    ),
  session: (_, { scenario, compiled, file }) => {
    const setup = setupOf({ scenario, file, changed: (at) => at }, { seed: '1' });
    return { about: { scenario, compiled }, setup, session: runSession(compiled.problem, sessionQuestion(setup)) };
  },
  runs: ({ runs }, { scenario, compiled, file }) => {
    const setup = setupOf({ scenario, file, changed: (at) => at }, { seed: '1' });
    const question = {
      ...sessionQuestion(setup),
      from: 0,
      to: runs,
      drawStart: true,
      ranges: null,
      drafts: [],
      told: 0,
    };
    const summary = summariseRuns(compiled.problem, runMany(compiled.problem, question), 0);
    return { about: { scenario, compiled }, summary, draws: false };
  },
  tournament: ({ menu, protocol, agenda }, { scenario, compiled, file }) => {
    const setup = setupOf({ scenario, file, changed: (at) => at }, { seed: '1', protocol, agenda });
    const menus = scenario.parties.map(() => menu.split(',').map(strategyOf));
    const { problem } = compiled;
    const all = profileCount(menus);
    const runs = 2;
    const tallies = playProfiles(problem, {
      ...sessionQuestion(setup),
      menus: menus.map((own) => own.map((strategy) => moveOf(strategy, undefined))),
      profiles: Array.from({ length: all }, (_, number) => number),
      runs,
      drawStart: true,
    });
    return {
      scenario,
      compiled,
      file,
      assumptions: [],
      warnings: [],
      version: '0',
      seed: '1',
      answer: { space: spaceSize(problem) },
      setup,
      menus,
      runs,
      asked: all,
      all,
      tournament: tournamentOf(menus, tallies),
    };
  },
  stages: ({ solution }, subject) => {
    const rows = stagesOf(subject).map((stage) => ({ ...stage, compiled: compileProblem(stage.scenario) }));
    const since = rows.map(({ scenario }) => {
      const after = scenario.stages.find(({ id }) => id === scenario.stage)?.after ?? null;
      return scenario.stage === null ? null : rows.findIndex((row) => row.scenario.stage === after);
    });
    const found = rows.map(({ compiled: { problem } }, k) => {
      const before = since[k] === null ? null : rows[since[k]!]!.compiled.problem;
      return stageAnswer(problem, before, { solution, count: BUDGET });
    });
    return {
      stages: rows.map((row, k) => ({ ...row, outcome: found[k]!.outcome })),
      moves: {
        solution,
        byStage: found.map(({ step }, k) => (step === null ? null : { since: since[k]!, step })),
      },
    };
  },
  deal: ({ deal }, { compiled }) =>
    explainOnlyDrafts(compiled.problem, { ...BUDGET, drafts: [deal], most: 20, ways: 12 })[0]!,
  compare: () => {
    throw new Error('a comparison is answered where it is tested');
  },
  price: ({ deal, party, issue }, { compiled: { problem } }) => {
    const found = glance(refusing(problem, party, { issue, option: deal[issue]! }), {
      drafts: [],
      coalition: null,
      ties: 20,
    });
    return followedBy(problem, deal, { party, issue }, { empty: found.empty, nash: found.solutions?.nash ?? null });
  },
};

function strategyOf(name: string): Strategy {
  const read = readStrategy(name);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

function draftsOf(scenario: Scenario): (number | null)[][] {
  return scenario.drafts.map(({ id }) => compileDraft(scenario, id));
}

const known = new WeakMap<Scenario, Answer>();

function solved({ scenario, compiled }: Subject): Answer {
  const before = known.get(scenario);
  if (before !== undefined) return before;
  const found = solve(compiled.problem, { ...BUDGET, drafts: draftsOf(scenario), coalition: null, ties: 20 });
  known.set(scenario, found);
  return found;
}

/** The positions of the file and of its stages, each with the edits that can be made there. */
function stagesOf({ file, edits }: Subject): { scenario: Scenario; date: string | null; title: string }[] {
  const edited = (scenario: Scenario, edit: ScenarioEdit): Scenario => {
    const changed = applyEdit(scenario, edit);
    return changed.ok ? changed.scenario : scenario;
  };
  return [
    { scenario: edits.reduce(edited, file), date: file.asOf ?? null, title: 'positions of the file' },
    ...file.stages.map(({ id, date, title }) => {
      const stage = applyStage(file, id);
      if (!stage.ok) throw new Error(stage.message);
      return { scenario: edits.reduce(edited, stage.scenario), date, title };
    }),
  ];
}
