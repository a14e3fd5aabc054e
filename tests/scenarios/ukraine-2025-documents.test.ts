/** Holds what the documents of the headline scenario say of the model and of the data to the program. */
import { describe, expect, it } from 'vitest';
import { points } from '../report/tenths.ts';
import { compileProblem } from '../../src/compile/compile.ts';
import { questionNodes } from '../../src/engine/question-nodes.ts';
import { collisionOf } from '../../src/engine/conflict/collision.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import { ownCount } from '../../src/scenario/format/conditional.ts';
import { optionAt, optionIds } from '../../src/scenario/format/options.ts';
import type { Party, Scenario, StatedNumber } from '../../src/scenario/scenario.ts';
import { atStage, documentTable, judge, partyNamed, room, ukraine2025, waysOut } from './headline.ts';
import { chosen } from '../runs.ts';
import { OUTCOMES, shareRow } from './next-text.ts';
import { without } from './support.ts';

const STAGES = ['base', ...ukraine2025.stages.map(({ id }) => id)];

const KNOT = ['ukraine.no-withdrawal', 'ukraine.no-free-zone', 'russia.all-donbas', 'russia.no-mirrored-zone'];

describe('what the documents say of the ways out', () => {
  it('has the four ways of the base date, each a line of the knot, with the points of its Nash deal', () => {
    const rows = waysOut('base').ways.map(({ drop, clauses, slack, utility }) => [
      drop.join(', '),
      clauses['donetsk'],
      points(slack),
      utility.map(points).join(', '),
    ]);
    expect(documentTable('set aside', 'Donetsk').toSorted(byFirstCell)).toEqual(rows.toSorted(byFirstCell));
    expect(rows.map(([line = '']) => line).toSorted()).toEqual(KNOT.toSorted());
  });

  it('has the deals that the reports show, proven with the nodes that reports have', () => {
    const { problem } = compileProblem(ukraine2025);
    const { openings } = collisionOf(problem, 1, { nodes: 0 }, questionNodes(problem))!;
    expect(openings.map(({ solution }) => solution.proven)).toEqual([true, true, true, true]);
    const told = waysOut('base').ways.map(({ utility }) => utility);
    expect(openings.map(({ solution }) => solution.deals[0]!.utility)).toEqual(told);
  });

  // Base, middle and end: a way out takes a second to find at each.
  it.each(chosen(documentTable('stage', 'handed-over'), (_, k) => k % 5 === 0))(
    'has room and the number of lines to set aside: %s',
    (...cells) => {
      const [stage = '', ...outcomes] = cells;
      const { conflict, ways } = waysOut(stage);
      expect(conflict.toSorted()).toEqual(KNOT.toSorted());
      const said = OUTCOMES.map((outcome) => {
        const way = ways.find(({ clauses }) => clauses['donetsk'] === outcome);
        return way === undefined ? '–' : `${points(way.slack)}, ${way.drop.length}`;
      });
      expect(outcomes).toEqual(said);
    },
  );

  it.each(chosen(documentTable('stage', 'next text'), (_, k) => k % 3 === 0))(
    'counts what stands in the next text: %s, %s',
    (...cells) => {
      expect(cells).toEqual(shareRow(cells[0]!));
    },
  );

  it('has every stage in the tables, with its date and the least each party signs for', () => {
    for (const head of ['handed-over', 'next text', 'date']) {
      expect(documentTable('stage', head).map(([stage]) => stage)).toEqual(STAGES);
    }
    const dates = [ukraine2025.asOf, ...ukraine2025.stages.map(({ date }) => date)];
    for (const [k, row] of documentTable('stage', 'date').entries()) {
      const least = atStage(row[0]!).parties.map(({ reservation }) => reservation.value);
      expect([row[1], row[4]]).toEqual([dates[k], least.join(', ')]);
    }
  });
});

describe('what the documents say of the data', () => {
  it('has the points of the drafts at the base date, and who refuses them', () => {
    const rows = ukraine2025.drafts.map(({ id }) => [
      id,
      ...ukraine2025.parties.map((party) => {
        const { min, max } = judge('base', id, party.id).answer.utility;
        return min === max ? points(min) : `${Math.round(min)} to ${Math.round(max)}`;
      }),
      ukraine2025.parties
        .filter((party) => judge('base', id, party.id).answer.accepts === false)
        .map(({ name }) => name)
        .join(', '),
    ]);
    expect(documentTable('draft', 'US')).toEqual(rows);
  });

  it('has the least of each party between the text it turned down and the one it backed', () => {
    for (const [name = '', down = '', worth, least, up = '', above] of documentTable('party', 'turned down')) {
      expect(Number(least)).toBe(partyNamed(ukraine2025, name).party.reservation.value);
      expect(Number(least)).toBeLessThan(Number(above));
      expect(above).toBe(points(judge(up === 'us28' ? 'peak-pressure' : dayOf(up), up, name).answer.utility.min));
      if (down === 'none on record') continue;
      expect(worth).toBe(points(judge('base', down, name).answer.utility.min));
      expect(Number(worth)).toBeLessThan(Number(least));
    }
  });

  it('shares a hundred points among the themes of each party, and names its dearest issues', () => {
    const themes = documentTable('theme', 'US');
    expect(themes.map(([theme]) => theme)).toEqual([...new Set(ukraine2025.issues.map(({ group }) => group))]);
    const dearest = documentTable('party', 'dearest issues');
    ukraine2025.parties.forEach((party, column) => {
      const weights = weightsOf(party);
      expect(sum(weights)).toBeCloseTo(100, 0);
      for (const [theme, ...shares] of themes) {
        const own = weights.filter((_, issue) => ukraine2025.issues[issue]!.group === theme);
        expect(Number(shares[column])).toBeCloseTo(sum(own), 0);
      }
      const ranked = weights
        .map((weight, issue) => ({ id: ukraine2025.issues[issue]!.id, share: (100 * weight) / sum(weights) }))
        .toSorted((a, b) => b.share - a.share);
      const row = ranked.slice(0, 8).map(({ id, share }) => `${id} ${share.toFixed(1)}`);
      expect(dearest[column]).toEqual([party.name, row.join(', ')]);
    });
  });

  it('counts the sources by how close they stand', () => {
    expect(documentTable('tier', 'sources').map(([tier, count]) => [tier, Number(count)])).toEqual(
      ['primary', 'wire', 'copy', 'aggregator'].map((tier) => [
        tier,
        ukraine2025.sources.filter((source) => source.tier === tier).length,
      ]),
    );
    expect(ukraine2025.sources.filter(({ tier }) => tier === undefined)).toEqual([]);
  });

  it('counts what the numbers rest on', () => {
    const { parties, total } = evidenceOf(ukraine2025);
    const row = (name: string, { values, weights }: typeof total): string[] =>
      [name, values.stated, values.reported, values.inferred, weights.stated, weights.reported, weights.inferred].map(
        String,
      );
    expect(documentTable('party', 'values stated')).toEqual([
      ...ukraine2025.parties.map(({ name }, index) => row(name, parties[index]!)),
      row('all parties', total),
    ]);
  });

  it('lists the red lines of the base date and those that stages add', () => {
    const before = documentTable('party', 'red line', 'rules out').map(([party, line]) => `${party} ${line}`);
    expect(before).toEqual(
      ukraine2025.parties.flatMap(({ name, redLines }) => redLines.map(({ id }) => `${name} ${id}`)),
    );
    const added = documentTable('from', 'party', 'red line').map(([stage, party, line]) => `${stage} ${party} ${line}`);
    const changes = ukraine2025.stages.flatMap(({ id, change }) =>
      change.flatMap(({ party, redLines }) =>
        redLines.map((line) => `${id} ${partyNamed(ukraine2025, party).party.name} ${line.id}`),
      ),
    );
    expect(added).toEqual(changes);
  });

  it('has every issue with its point, its theme and its options', () => {
    expect(documentTable('point', 'issue')).toEqual(
      ukraine2025.issues.map((issue) => [
        issue.point,
        issue.id,
        issue.group,
        optionIds(issue).slice(0, ownCount(issue)).join(', '),
      ]),
    );
    expect(new Set(ukraine2025.issues.map(({ point }) => point)).size).toBe(28);
  });

  it('says which options of Donetsk are closed by whom', () => {
    const closed = (id: string, option: string): string[] =>
      partyNamed(ukraine2025, id)
        .party.redLines.filter(
          ({ when }) => when.length === 1 && when[0]!.issue === 'donetsk' && when[0]!.options.includes(option),
        )
        .map((line) => line.id);
    const donetsk = ukraine2025.issues.find(({ id }) => id === 'donetsk')!;
    const told = documentTable('option', 'Ukraine', 'Russia');
    expect(told.map(([option = '']) => option).toSorted()).toEqual(optionIds(donetsk).toSorted());
    for (const [option = '', ukraine = '', russia = ''] of told) {
      expect([ukraine, russia].map((cell) => cell.split(':')[0]!.replace(/^open.*/, ''))).toEqual([
        closed('ukraine', option).join(),
        closed('russia', option).join(),
      ]);
    }
  });
});

describe('the numbers that matter most', () => {
  it('has no deal as the lines are read', () => {
    expect(room(ukraine2025)).toBeNull();
  });

  it('says what each number does to the room of each way out, at its low and its high', () => {
    for (const [no, name = '', ends, ...cells] of documentTable('no.', 'number')) {
      if (name.endsWith('as a line')) continue;
      const [party = '', ...rest] = name.split(' ');
      const at = (end: 'low' | 'high') => changed(ukraine2025, party, rest, end);
      expect([no, ends]).toEqual([no, `${at('low').value} to ${at('high').value}`]);
      const rooms = OUTCOMES.map((_, k) => `${opened(at('low').scenario, k)} to ${opened(at('high').scenario, k)}`);
      expect([no, ...cells]).toEqual([no, ...rooms]);
    }
  });
});

function byFirstCell([a = '']: readonly (string | undefined)[], [b = '']: readonly (string | undefined)[]): number {
  return a < b ? -1 : 1;
}

/** The line that leads to each of the outcomes. */
const LEADS_TO = [KNOT[0]!, KNOT[1]!, KNOT[2]!, KNOT[3]!];

function opened(scenario: Scenario, outcome: number): string {
  const [party = '', line = ''] = LEADS_TO[outcome]!.split('.');
  const slack = room(without(scenario, party, line));
  return slack === null || slack < 0 ? 'none' : points(slack);
}

interface Changed {
  readonly scenario: Scenario;
  readonly value: number;
}

/** The scenario with the firmness, a weight or a value of a party at one end of its margin. */
function changed(scenario: Scenario, id: string, name: readonly string[], end: 'low' | 'high'): Changed {
  let value = NaN;
  const set = (stated: StatedNumber): StatedNumber => {
    value = stated[end] ?? stated.value;
    return { ...stated, value };
  };
  const parties = scenario.parties.map((party) => {
    if (party.id !== id) return party;
    return name[0] === 'firmness'
      ? { ...party, firmness: set(party.firmness!) }
      : withNumber(scenario, party, name, set);
  });
  return { scenario: { ...scenario, parties }, value };
}

function withNumber(
  scenario: Scenario,
  party: Party,
  [issue, what]: readonly string[],
  set: (stated: StatedNumber) => StatedNumber,
): Party {
  const { preferences } = party;
  if (preferences.form !== 'weights') throw new Error(`${party.id} has no weights`);
  const position = scenario.issues.findIndex(({ id }) => id === issue);
  const option = what === undefined ? -1 : optionAt(scenario.issues[position]!, what);
  const issues = preferences.issues.map((stated, k) => {
    if (k !== position) return stated;
    if (what === 'weight') return { ...stated, weight: set(stated.weight) };
    return { ...stated, listed: stated.listed.map((value, own) => (own === option ? set(value) : value)) };
  });
  return { ...party, preferences: { ...preferences, issues } };
}

function weightsOf({ id, preferences }: Party): number[] {
  if (preferences.form !== 'weights') throw new Error(`${id} has no weights`);
  return preferences.issues.map(({ weight }) => weight.value);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The stage of the day on which a draft became known. */
function dayOf(draft: string): string {
  const { date } = ukraine2025.drafts.find(({ id }) => id === draft)!;
  return ukraine2025.stages.find((stage) => stage.date >= date!)!.id;
}
