/** Reports on power and sensitivity: what they say, that they fit, and what the JSON documents hold. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { compileLine } from '../../src/compile/lines.ts';
import { compileUncertainty } from '../../src/compile/uncertainty.ts';
import { compileVaried, variedNumbers } from '../../src/compile/vary.ts';
import { SOLUTION_NAMES } from '../../src/engine/answer.ts';
import type { SolutionName } from '../../src/engine/answer.ts';
import { utilityPoints } from '../../src/engine/deal.ts';
import { power } from '../../src/engine/power/power.ts';
import { breakpoints } from '../../src/engine/sensitivity/breakpoints.ts';
import { smaaAnswer } from '../../src/engine/sensitivity/smaa-answer.ts';
import { smaa } from '../../src/engine/sensitivity/smaa.ts';
import { stageAnswer } from '../../src/engine/sensitivity/stage-step.ts';
import { byEffect } from '../../src/engine/sensitivity/effect.ts';
import { tornado } from '../../src/engine/sensitivity/tornado.ts';
import type { Case } from '../../src/report/case.ts';
import { document as powerDocument } from '../../src/questions/power/document.ts';
import { document as sensitivityDocument } from '../../src/questions/sensitivity/document.ts';
import type { PowerCase } from '../../src/questions/power/case.ts';
import type { StagesCase, TornadoCase } from '../../src/questions/sensitivity/case.ts';
import type { SmaaCase } from '../../src/questions/sensitivity/case.ts';
import { spanBar } from '../../src/report/text/span-bar.ts';
import { columns } from '../../src/report/text/width.ts';
import { textSheet } from '../../src/report/text-sheet.tsx';
import { powerView } from '../../src/questions/power/view.ts';
import { breakpointsSection, criticalSentences, numberAt } from '../../src/questions/sensitivity/breakpoints.ts';
import { stagesView } from '../../src/questions/sensitivity/stages.ts';
import type { SheetView } from '../../src/report/view/sheet.ts';
import { tornadoView } from '../../src/questions/sensitivity/tornado.ts';
import { smaaView } from '../../src/questions/sensitivity/draws.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { shippedCase, textCase, wholeFocus } from '../report/support.ts';
import { chosen } from '../runs.ts';
import { optionList } from '../../src/scenario/format/options.ts';

const BAND = shippedCase('first-five-minutes');
const QUARRY = shippedCase('quarry-dispute');
/** One by its product, one by levels, one by its sum: the others are found as one of these is. */
const LANDING: readonly SolutionName[] = ['nash', 'kalai-smorodinsky', 'relative-utilitarian'];

const BUDGET = { states: 10_000, seed: '1' } as const;

function powerCase(of: Case): PowerCase {
  return { ...of, answer: power(of.compiled.problem, BUDGET) };
}

const drawn = new Map<string, SmaaCase>();

/** Drawn once for all tests. */
function smaaCase(of: Case, draws = 300): SmaaCase {
  const key = `${of.scenario.title} ${draws}`;
  const found = drawn.get(key) ?? smaaCaseOf(of, draws);
  drawn.set(key, found);
  return found;
}

function smaaCaseOf(of: Case, draws: number): SmaaCase {
  const { scenario, compiled, answer } = of;
  const tally = smaa(
    compiled.problem,
    {
      uncertainty: compileUncertainty(scenario),
      drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
      solution: 'nash',
      simplex: false,
      seed: '1',
      from: 0,
      to: draws,
    },
    () => {},
  );
  const found = { ...smaaAnswer(tally, scenario.parties.length), space: answer.space };
  return { ...of, answer: found, solution: 'nash', simplex: false };
}

const varied = new Map<string, TornadoCase>();

/** Varied once for all tests. */
function tornadoCase(of: Case, solution: SolutionName = 'nash'): TornadoCase {
  const key = `${of.scenario.title} ${solution}`;
  const found = varied.get(key) ?? tornadoCaseOf(of, solution);
  varied.set(key, found);
  return found;
}

/** `nodes`: granted to the effects of the numbers, and to moving them; absent: as many as they take. */
function tornadoCaseOf(of: Case, solution: SolutionName, nodes?: number): TornadoCase {
  const { scenario, compiled } = of;
  const numbers = variedNumbers(scenario, false);
  const found = tornado(
    compiled.problem,
    numbers.map((number) => ({
      party: number.party,
      low: compileVaried(scenario, compiled, number, number.low),
      high: compileVaried(scenario, compiled, number, number.high),
    })),
    { solution, count: BUDGET, ...(nodes === undefined ? {} : { nodes }) },
    () => {},
  );
  const lines = numbers.flatMap((number) => compileLine(scenario, compiled, number) ?? []);
  const { coalition, deal } = found.base;
  const recommended = coalition === null || deal === null ? null : { solution, coalition, deal };
  const ends = breakpoints(
    compiled.problem,
    lines.map(({ line }) => line),
    recommended,
    () => {},
    nodes,
  );
  return {
    ...of,
    answer: { ...found, space: of.answer.space },
    numbers,
    order: byEffect(found),
    solution,
    breakpoints: lines.map((line, k) => ({ ...line, found: ends[k]! })),
  };
}

function expectFits(view: SheetView): void {
  for (const width of [60, 100, 160]) {
    for (const line of stripVTControlCharacters(textSheet(view, width)).split('\n')) {
      expect(columns(line)).toBeLessThanOrEqual(width);
    }
  }
}

describe('power report', () => {
  it('says the rule, the indices and who blocks alone, and fits', () => {
    const view = powerView(powerCase(QUARRY), wholeFocus(QUARRY));
    expect(view.headline).toBe('Every party must sign.');
    expect(view.sections.map(({ title }) => title)).toEqual(['Voting power', 'Sole blockers']);
    expect(view.sections[0]!.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['The council', '1', '33 %', '1/3'],
      ['The company', '1', '33 %', '1/3'],
      ['The residents', '1', '33 %', '1/3'],
    ]);
    expectFits(view);
  });

  it('has a document with exact fractions', () => {
    const document = powerDocument(powerCase(QUARRY));
    expect(document).toMatchObject({
      schema: 'winset/power@1',
      triggered: null,
      zone: { exact: '0' },
      unconditional: {
        quorum: 3,
        parties: { council: { swings: '1', shapleyShubik: { exact: '1/3' }, banzhaf: { exact: '1/3' } } },
      },
      soleBlocker: { residents: { count: { exact: '45' }, share: 45 / 243 } },
    });
  });
});

describe('report on drawn numbers', () => {
  it('says how often there is a deal, how sure that is, and what is in it', () => {
    const of = smaaCase(BAND);
    const view = smaaView(of, wholeFocus(BAND));
    expect(view.headline).toMatch(/^Every reading drawn has a deal \(95 % interval 99 % to 100 %\)\.$/);
    expect(view.sentences[0]).toMatch(/^300 draws with seed 1: .* within ± 5\.8 percentage points \(95 %\)\.$/);
    const shares = of.scenario.issues.map((issue, k) =>
      optionList(issue).reduce(
        (sum, _, option) => sum + of.answer.options[of.compiled.problem.offsets[k]! + option]!,
        0,
      ),
    );
    for (const share of shares) expect(share).toBeCloseTo(of.answer.zone.share, 12);
    expectFits(view);
    expectFits(smaaView(of, { ...wholeFocus(BAND), all: true }));
  });

  it('has a document with every option, draft and central weight', () => {
    const of = smaaCase(BAND);
    const document = JSON.parse(JSON.stringify(sensitivityDocument({ ...of, smaa: of, tornado: null, stages: null })));
    expect(document).toMatchObject({ schema: 'winset/sensitivity@1', tornado: null, breakpoints: null });
    const { draws, zone, options, drafts, centralWeights, meanWeights } = document.smaa;
    expect([draws, zone.share]).toEqual([300, 1]);
    expect(Object.keys(options)).toEqual(of.scenario.issues.map(({ id }) => id));
    expect(Object.keys(drafts)).toEqual(of.scenario.drafts.map(({ id }) => id));
    const weights: unknown[] = [meanWeights, ...Object.values(centralWeights.day)];
    for (const each of weights) {
      if (each === null) continue;
      for (const own of Object.values(Object(each))) {
        const total = Object.values(Object(own)).reduce<number>((sum, weight) => sum + Number(weight), 0);
        expect(total).toBeCloseTo(1, 6);
      }
    }
  });

  it('claims of no number that it changes nothing, or may be anything, where that was not settled', () => {
    const notes = tornadoView(tornadoCaseOf(QUARRY, 'nash', 1), wholeFocus(QUARRY), [], []).sections;
    const ends = breakpointsSection(tornadoCaseOf(QUARRY, 'nash', 1), { ...wholeFocus(QUARRY), all: false });
    const said = [...notes, ends].flatMap((section) => section.notes ?? []).join(' ');
    expect(said).toMatch(/What \d+ numbers change was not settled/);
    expect(said).toMatch(/Of \d+ numbers no change is known/);
    expect(said).not.toMatch(/numbers? changes? nothing|any value/);
  });

  it('says after how many draws it was stopped', () => {
    const of = { ...smaaCase(BAND, 50), stoppedBefore: 2000 };
    expect(smaaView(of, wholeFocus(BAND)).sentences[0]).toBe(
      'Stopped after the first 50 draws of 2,000 draws: asked for 50 draws it answers the same.',
    );
    const document = JSON.parse(JSON.stringify(sensitivityDocument({ ...of, smaa: of, tornado: null, stages: null })));
    expect(document.smaa).toMatchObject({ draws: 50, stoppedBefore: 2000 });
    expect(smaaView({ ...of, outOfNodes: true }, wholeFocus(BAND)).sentences[0]).toBe(
      'Ended after the first 50 draws of 2,000 draws: nodes are granted for no more of them.',
    );
  });

  it('says so when no draw has a deal', () => {
    const view = smaaView(smaaCase(QUARRY, 50), wholeFocus(QUARRY));
    expect(view.headline).toMatch(/^No reading drawn has a deal/);
    expect(view.sections.map(({ title }) => title)).not.toContain('What is in the Nash deal');
    expectFits(view);
  });
});

describe('report on single numbers', () => {
  it('shows the number that matters most first, and names the smallest change that leaves no deal', () => {
    const of = tornadoCase(BAND);
    const critical = criticalSentences(of);
    expect(critical).toHaveLength(2);
    expect(critical[0]).toMatch(/leaves no deal: Band: the least it signs for from 40 to above 84\.73\.$/);
    expect(critical[1]).toMatch(/^The smallest single change, in proportion, that changes the Nash deal: /);
    const view = tornadoView(of, wholeFocus(BAND), [breakpointsSection(of, wholeFocus(BAND))], critical);
    const slackMove = of.order.map((k) => {
      const { low, high } = of.answer.swings[k]!;
      const slacks = [of.answer.base.uniformSlack!, low.uniformSlack!, high.uniformSlack!];
      return Math.max(...slacks) - Math.min(...slacks);
    });
    expect(slackMove).toEqual(slackMove.toSorted((a, b) => b - a));
    expectFits(view);
    expectFits(
      tornadoView(
        of,
        { ...wholeFocus(BAND), all: true },
        [breakpointsSection(of, { ...wholeFocus(BAND), all: true })],
        [],
      ),
    );
  });

  it('says what would open an empty zone, as far as one number can', () => {
    const of = tornadoCase(QUARRY);
    const view = tornadoView(of, wholeFocus(QUARRY), [breakpointsSection(of, wholeFocus(QUARRY))], []);
    expect(view.headline).toBe('As the numbers stand there is no deal.');
    expect(view.sentences[0]).toBe(
      'None of 6 numbers within its range, one at a time, changes that. Tried: thresholds; not tried: ' +
        'values of options (--values varies them).',
    );
    expect(criticalSentences(of)).toEqual([
      'None of 6 weights and thresholds alone, however far it moves, opens the zone.',
    ]);
    expectFits(view);
  });

  it('has a document in which every breakpoint is proven between two values', () => {
    const of = tornadoCase(BAND);
    const document = JSON.parse(JSON.stringify(sensitivityDocument({ ...of, smaa: null, tornado: of, stages: null })));
    expect(document.smaa).toBeNull();
    expect(document.tornado.numbers).toHaveLength(of.numbers.length);
    expect(document.tornado.base).toMatchObject({ empty: false, coalition: ['band', 'cafe'] });
    const least = document.breakpoints.find(
      (entry: { party: string; kind: string }) => entry.party === 'cafe' && entry.kind === 'reservation',
    );
    expect(least.verdict.up.holds).toBeCloseTo(90, 3);
    expect(least.verdict.up.changes).toBeGreaterThan(least.verdict.up.holds);
    expect(least.verdict.up.changes - least.verdict.up.holds).toBeLessThan(0.001);
    expect(least.verdict.up.proven).toBe('exact');
    expect(least.verdict.down).toMatchObject({ changes: null, end: true, proven: 'end', changedBy: null });
    expect(document.critical.verdict).toMatchObject({ party: 'band', kind: 'reservation', direction: 'up' });
  });

  it('names no value up to which nothing changes where no decimal lies between it and a number that is a fraction', () => {
    const text = (least: string): string => `winset: 1
title: Thirds
issues: [{ id: share, title: Share, range: { from: 0, to: 3, step: 1 } }]
parties:
  ann: { name: Ann, disagreement: ${least}, issues: { share: { scores: x / 3 } } }
  bob: { name: Bob, disagreement: 2, issues: { share: { scores: 3 - x } } }
`;
    const upwards = (least: string): unknown => {
      const of = tornadoCaseOf(textCase(text(least)), 'nash');
      const given = { ...of, smaa: null, tornado: of, stages: null };
      const { breakpoints: rows } = JSON.parse(JSON.stringify(sensitivityDocument(given)));
      return rows.find(({ party }: { party: string }) => party === 'ann').verdict.up;
    };
    expect(upwards('1/4')).toMatchObject({ holds: 0.3333333333333333, proven: 'exact' });
    expect(upwards('1/3')).toMatchObject({ holds: null, proven: 'exact' });
  });

  it.each(chosen(SOLUTION_NAMES, (name) => LANDING.includes(name)))('has breakpoints of the %s deal', (solution) => {
    const of = tornadoCase(BAND, solution);
    const document = JSON.parse(JSON.stringify(sensitivityDocument({ ...of, smaa: null, tornado: of, stages: null })));
    const reaches = document.breakpoints.flatMap(({ deal }: { deal: { down: unknown; up: unknown } }) => [
      deal.down,
      deal.up,
    ]);
    for (const { proven } of reaches) expect(['exact', 'end']).toContain(proven);
    expect(reaches.some(({ proven }: { proven: string }) => proven === 'exact')).toBe(true);
    expect(document.critical.deal.proven).toBe('exact');
    expectFits(tornadoView(of, wholeFocus(BAND), [breakpointsSection(of, wholeFocus(BAND))], criticalSentences(of)));
  });

  it('marks what is proven up to a value and not further', () => {
    const of = tornadoCase(BAND);
    const [row] = of.breakpoints;
    const { line } = row!;
    const [until, changedBy] = [line.at + 1000, line.at + 2000];
    const unproven = { until, changes: false, changedBy };
    const found = {
      ...row!.found,
      deal: { down: { until: line.least, changes: false, changedBy: null }, up: unproven },
    };
    const given = { ...of, breakpoints: [{ ...row!, found }] };
    const section = breakpointsSection(given, { ...wholeFocus(BAND), all: true });
    expect(section.intro).toContain('~ proven up to here');
    expect(section.rows[0]!.cells.at(-1)).toMatch(/^any - ~[0-9.]+$/);
    const [entry] = JSON.parse(
      JSON.stringify(sensitivityDocument({ ...given, smaa: null, tornado: given, stages: null })),
    ).breakpoints;
    expect(entry.deal.up).toEqual({
      holds: numberAt(row!, until, 'down'),
      changes: null,
      end: false,
      proven: 'bracketed',
      changedBy: numberAt(row!, changedBy, 'up'),
    });
    expect(criticalSentences(given).at(-1)).toBe(
      'None of 1 weight or threshold alone is known to be what changes the Nash deal.',
    );
  });
});

/** The positions of the file and the named stages, each building on the one before. */
function stagesCase(base: Case, ids: readonly string[]): StagesCase {
  const stages = [null, ...ids].map((id) => {
    const edit = id === null ? null : applyStage(base.scenario, id);
    const scenario = edit?.ok === true ? edit.scenario : base.scenario;
    return { scenario, compiled: compileProblem(scenario), date: '2025-11-20', title: id ?? 'file' };
  });
  const found = stages.map(({ compiled: { problem } }, k) =>
    stageAnswer(problem, stages[k - 1]?.compiled.problem ?? null, { solution: 'nash', count: null }),
  );
  return {
    ...base,
    stages: stages.map((stage, k) => ({ ...stage, outcome: found[k]!.outcome })),
    moves: {
      solution: 'nash',
      byStage: found.map(({ step }, k) => (step === null ? null : { since: k - 1, step })),
    },
  };
}

const WINDOW = `winset: 1
title: A window that opens and closes
issues:
  - id: price
    title: Price
    options: [{ id: low, label: Low }, { id: middle, label: Middle }, { id: high, label: High }]
parties:
  buyer: { name: Buyer, disagreement: 60, issues: { price: { scores: { low: 100, middle: 50, high: 0 } } } }
  seller: { name: Seller, disagreement: 60, issues: { price: { scores: { low: 0, middle: 50, high: 100 } } } }
stages:
  - id: both-yield
    title: Both yield
    date: 2025-02-01
    change: { buyer: { disagreement: 40 }, seller: { disagreement: 40 } }
  - id: seller-hardens
    title: The seller hardens
    date: 2025-03-01
    change: { buyer: { disagreement: 45 }, seller: { disagreement: 70 } }
`;

describe('report along the stages', () => {
  it('says whose change opened the window, and whose closed it', () => {
    const base = textCase(WINDOW);
    const of = stagesCase(base, ['both-yield', 'seller-hardens']);
    const view = stagesView(of, wholeFocus(base));
    expect(view.sentences).toEqual([
      'The window opens at both-yield (2025-11-20): it takes the changes of Buyer and Seller together.',
      'The window closes at seller-hardens (2025-11-20): the change of Seller alone is enough.',
    ]);
    const steps = view.sections.find(({ title }) => title === 'Whose change moved it');
    expect(steps!.rows.map(({ cells }) => cells)).toEqual([
      ['both-yield', 'file', 'opened by buyer + seller', '+20.0', '-', '-'],
      ['seller-hardens', 'both-yield', 'closed by seller', '-30.0', 'seller -30.0, buyer -5.0', '-'],
    ]);
    expectFits(view);
    const document = JSON.parse(JSON.stringify(sensitivityDocument({ ...of, smaa: null, tornado: null, stages: of })));
    const silent = stagesView({ ...base, stages: of.stages }, wholeFocus(base));
    expect(silent.sections.map(({ title }) => title)).not.toContain('Whose change moved it');
    expect(document.stages.map(({ step }: { step: unknown }) => step)).toMatchObject([
      null,
      {
        after: null,
        window: 'opens',
        openedBy: [['buyer', 'seller']],
        closedBy: null,
        allTried: true,
        slackChange: 20,
      },
      {
        after: 'both-yield',
        closedBy: [['seller']],
        openedBy: null,
        parties: { buyer: { slackAlone: 5, slackWithout: -20 }, seller: { slackAlone: -20, slackWithout: 5 } },
      },
    ]);
  });

  it('shows every stage with its slack and the best complete draft of each party', () => {
    const base = shippedCase('ukraine-2025-short', ['russia.all-donbas']);
    const ids = base.scenario.stages.map(({ id }) => id).slice(0, 2);
    const of = stagesCase(base, ids);
    const { stages } = of;
    const view = stagesView(of, wholeFocus(base));
    expect(view.headline).toBe('Every stage has a deal.');
    expect(view.sections[0]!.rows).toHaveLength(3);
    expectFits(view);
    const document = JSON.parse(JSON.stringify(sensitivityDocument({ ...of, smaa: null, tornado: null, stages: of })));
    expect(document.stages.map(({ stage }: { stage: string | null }) => stage)).toEqual([null, ...ids]);
    for (const [k, stage] of stages.entries()) {
      expect(document.stages[k].uniformSlack).toBe(stage.outcome.uniformSlack);
      for (const [party, { id }] of stage.scenario.parties.entries()) {
        const { problem } = stage.compiled;
        const utilities = stage.scenario.drafts
          .filter(({ clauses }) => clauses.length === stage.scenario.issues.length)
          .map(
            (draft) =>
              utilityPoints(
                problem,
                compileDraft(stage.scenario, draft.id).map((option) => option ?? -1),
              )[party]!,
          );
        expect(document.stages[k].bestDraft[id].utility).toBe(Math.max(...utilities));
      }
    }
  });
});

describe('spanBar', () => {
  it('always takes its columns, and shows a stretch that is not a point', () => {
    for (const [from, to, mark] of [
      [0, 1, null],
      [0.5, 0.5, 0.5],
      [0.5, 0.51, 0.5],
      [0.49, 0.5, 0.5],
      [0.2, 0.9, 1],
    ] as const) {
      const pieces = spanBar({ from, to, mark }, 10);
      expect(pieces.map(({ text }) => text).join('')).toHaveLength(10);
      expect(pieces.some(({ kind }) => kind === 'filled')).toBe(to > from);
      expect(pieces.some(({ kind }) => kind === 'mark')).toBe(mark !== null);
    }
  });
});
