/** `--set`: what a path and a value change, at any stage, and what is refused with the nearest name. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { openCase } from '../../src/cli/open-case.ts';
import { runHere } from '../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../src/jobs/job.ts';
import { commandLine } from '../../src/questions/command-line.ts';
import type { Given } from '../../src/questions/option.ts';
import type { Asker, Question } from '../../src/questions/question.ts';
import { withSettings } from '../../src/questions/set.ts';
import { QUESTIONS } from '../../src/questions/table.ts';
import { optionAt } from '../../src/scenario/format/options.ts';
import { worthAt } from '../../src/scenario/format/worth.ts';
import type { Party, Scenario } from '../../src/scenario/scenario.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { chosen } from '../runs.ts';
import { shipped } from '../shipped.ts';

const band = shipped('first-five-minutes');
const ukraine = shipped('ukraine-2025');

const HERE: Asker = {
  patience: 'screen',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
  open: (name) => openCase(name, {}),
};

function questionNamed(id: string): Question {
  const found = QUESTIONS.find((question) => question.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

async function documentOf(id: string, given: Given, set: readonly string[]) {
  const opened = await openCase('first-five-minutes', { set });
  const answered = await questionNamed(id).ask(opened, { ...given, set }, HERE);
  return JSON.stringify(await answered.document());
}

function partyOf(scenario: Scenario, id: string): Party {
  return scenario.parties.find((party) => party.id === id)!;
}

function weightOf(scenario: Scenario, party: string, issue: string): number {
  const { preferences } = partyOf(scenario, party);
  if (preferences.form !== 'weights') throw new Error('no weights');
  return preferences.issues.find((own) => own.issue === issue)!.weight.value;
}

function valueOf(scenario: Scenario, party: string, issue: string, option: string): number {
  const k = scenario.issues.findIndex(({ id }) => id === issue);
  const own = partyOf(scenario, party).preferences.issues[k]!;
  return worthAt(scenario.issues[k]!, own, optionAt(scenario.issues[k]!, option)).value;
}

function atStage(stage: string): Scenario {
  const edit = applyStage(ukraine, stage);
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
}

describe('what is set', () => {
  it('is a weight, a value, a threshold, a firmness, or a red line that is off', () => {
    const { scenario, settings, off } = withSettings(ukraine, ukraine, [
      'russia.reconstruction.weight=8',
      'russia.donetsk.free-zone=45',
      'russia.reservation=52.5',
      'ukraine.firmness=-3',
      'ukraine.no-free-zone=off',
    ]);
    expect(weightOf(scenario, 'russia', 'reconstruction')).toBe(8);
    expect(valueOf(scenario, 'russia', 'donetsk', 'free-zone')).toBe(45);
    expect(partyOf(scenario, 'russia').reservation.value).toBe(52.5);
    expect(partyOf(scenario, 'ukraine').firmness?.value).toBe(-3);
    expect(off).toEqual(['ukraine.no-free-zone']);
    expect(settings.map(({ words }) => words)[0]).toBe('Russia: weight of Reconstruction package 4.94 -> 8');
  });

  it('is a fraction, the probability of a red line, or the points of an adjustment', () => {
    const { scenario, settings } = withSettings(ukraine, ukraine, [
      'russia.reservation=157/3',
      'russia.donetsk.weight=1/3',
      'russia.donetsk.free-zone=100/3',
      'russia.all-donbas.holds=1/3',
      'russia.adjustments.1=-1/3',
    ]);
    const { reservation, redLines, adjustments, preferences } = partyOf(scenario, 'russia');
    expect(reservation).toMatchObject({ value: 157 / 3, exact: '157/3' });
    expect(redLines.find(({ id }) => id === 'all-donbas')?.holds).toMatchObject({ value: 1 / 3, exact: '1/3' });
    expect(adjustments[0]).toEqual({
      when: partyOf(ukraine, 'russia').adjustments[0]!.when,
      add: -1 / 3,
      exact: '-1/3',
    });
    if (preferences.form !== 'weights') throw new Error('no weights');
    expect(preferences.issues.find(({ issue }) => issue === 'donetsk')!.weight.exact).toBe('1/3');
    expect(valueOf(scenario, 'russia', 'donetsk', 'free-zone')).toBe(100 / 3);
    expect(settings.map(({ words }) => words)).toContainEqual(
      'Russia: red line all-donbas holds in draws with probability 0.95 -> 1/3',
    );
    const { problem } = compileProblem(scenario);
    const russia = problem.parties[2]!;
    // Exact: three times the least is a whole number of points.
    expect((3n * BigInt(russia.reservation.valueOf())) % BigInt(russia.scale)).toBe(0n);
  });

  it('stands on the positions of a stage, and keeps what the stage changed', () => {
    const berlin = atStage('berlin');
    const { scenario } = withSettings(berlin, ukraine, ['russia.donetsk.weight=20']);
    expect(weightOf(scenario, 'russia', 'donetsk')).toBe(20);
    expect(valueOf(scenario, 'russia', 'donetsk', 'free-zone')).toBe(10);
  });

  it('may be a line that a later stage draws, which then stands already', () => {
    const { scenario } = withSettings(ukraine, ukraine, ['russia.own-police-in-zone=on']);
    const line = partyOf(atStage('berlin'), 'russia').redLines.find(({ id }) => id === 'own-police-in-zone');
    expect(partyOf(scenario, 'russia').redLines.at(-1)).toEqual(line);
  });

  it('is made at every stage that a question looks at', async () => {
    const opened = await openCase('ukraine-2025', { set: ['russia.donetsk.weight=20'] });
    for (const { id } of chosen(ukraine.stages, (_, k) => k % 4 === 0)) {
      expect(weightOf(opened.changed(atStage(id)), 'russia', 'donetsk')).toBe(20);
    }
  });

  it.each([
    [['russia.reconstructoin.weight=8'], "did you mean 'reconstruction'"],
    [['russia.donetsk.free-zon=8'], "did you mean 'free-zone'"],
    [['rusia.reservation=50'], "did you mean 'russia'"],
    [['russia.all-donbass=off'], "did you mean 'all-donbas'"],
    [['russia.reservation'], 'expected path=value'],
    [['russia.reservation=much'], 'expected a number'],
    [['russia.reservation=50%'], 'write 50, without the percent sign'],
    [['russia.reservation=1/0'], 'a fraction needs a number above 0'],
    [['russia.all-donbass.holds=0.5'], "did you mean 'all-donbas'"],
    [['russia.all-donbas.holds=2'], 'a number from 0 to 1'],
    [['russia.all-donbas.holds=often'], 'a probability from 0 to 1'],
    [['russia.own-police-in-zone.holds=0.5'], "from stage 'berlin' on"],
    [['russia.adjustments.9=1'], "party 'russia' has 4 adjustments, russia.adjustments.1"],
    [['russia.adjustments=1'], "party 'russia' has 4 adjustments"],
    [['russia.adjustments.1=x'], 'expected a number'],
    [['rusia.adjustments.1=1'], "did you mean 'russia'"],
    [['russia.all-donbas=5'], 'a red line is on or off'],
    [['russia.donetsk=5'], 'name one of them'],
    [['donetsk=5'], 'only weights'],
    [['russia.donetsk.free-zone=105'], 'a number from 0 to 100'],
    [['russia.donetsk.weight=-1'], 'a number from 0'],
    [['russia.reservation=40'], 'disagreement'],
  ])('is refused with what is wrong: %j', (assignments, message) => {
    expect(() => withSettings(ukraine, ukraine, assignments)).toThrow(message);
  });
});

describe('a question with --set', () => {
  it.each(QUESTIONS.map(({ id }) => id))(
    '%s answers as it does for a file with that number, and says so',
    async (id) => {
      const given: Record<string, Given> = {
        score: { draft: band.drafts[0]!.id },
        show: { path: 'band.reservation' },
        compare: { others: ['lease'] },
      };
      const plain = await documentOf(id, given[id] ?? {}, []);
      const same = await documentOf(id, given[id] ?? {}, [
        `band.reservation=${partyOf(band, 'band').reservation.value}`,
      ]);
      const other = await documentOf(id, given[id] ?? {}, ['band.reservation=55']);
      const answer = (text: string): string => text.replace(/"assumptions":\[.*?\]/, '');
      expect(answer(same)).toBe(answer(plain));
      expect(other).toContain('{"kind":"set","path":"band.reservation","value":55,');
      if (id !== 'power') expect(answer(other)).not.toBe(answer(plain));
    },
  );

  it('repeats every setting in the line that gives the answer again', () => {
    const given = { set: ['a.reservation=5', 'a.line=off'], without: ['b.line'], stage: 'now' };
    expect(commandLine('x.yaml', questionNamed('solve'), given)).toBe(
      'winset solve x.yaml --stage now --set a.reservation=5 --set a.line=off --without b.line',
    );
  });
});
