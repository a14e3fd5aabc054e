/** Holds what the headline scenario's README says of the model and of the data to the program. */
import { describe, expect, it } from 'vitest';
import { points } from '../report/tenths.ts';
import { evidenceOf } from '../../src/scenario/evidence.ts';
import type { Party, Scenario, StatedNumber } from '../../src/scenario/scenario.ts';
import { atStage, judge, partyNamed, readmeTable, room, ukraine2025, waysOut } from './headline.ts';
import { without } from './support.ts';
import { optionAt } from '../../src/scenario/format/options.ts';

const STAGES = ['base', ...ukraine2025.stages.map(({ id }) => id)];

describe('what the README says of the model', () => {
  it.each(readmeTable('stage', 'A: room'))('at %s', (...cells) => {
    const [stage = '', roomA, pointsA, donetskA, roomB, pointsB, donetskB] = cells;
    const { conflict, ways } = waysOut(stage);
    expect(conflict).toEqual(['ukraine.no-withdrawal', 'russia.all-donbas']);
    expect(ways.map(({ drop }) => drop)).toEqual([['ukraine.no-withdrawal'], ['russia.all-donbas']]);
    expect(
      ways.flatMap(({ slack, utility, clauses }) => [
        points(slack),
        utility.map(points).join(', '),
        clauses['donetsk'],
      ]),
    ).toEqual([roomA, pointsA, donetskA, roomB, pointsB, donetskB]);
  });

  it('has every stage in both tables, with its date and the least each party signs for', () => {
    expect(readmeTable('stage', 'A: room').map(([stage]) => stage)).toEqual(STAGES);
    const dates = ['2025-11-20', ...ukraine2025.stages.map(({ date }) => date)];
    expect(readmeTable('stage', 'date').map(([stage, date]) => [stage, date])).toEqual(
      STAGES.map((stage, index) => [stage, dates[index]]),
    );
    for (const row of readmeTable('stage', 'date')) {
      const least = atStage(row[0]!).parties.map(({ reservation }) => reservation.value);
      expect(row[4]).toBe(least.join(', '));
    }
  });

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
    expect(readmeTable('draft', 'US')).toEqual(rows);
  });

  it('counts what the numbers rest on', () => {
    const { parties, total } = evidenceOf(ukraine2025);
    const row = (name: string, { values, weights }: typeof total): string[] =>
      [name, values.stated, values.reported, values.inferred, weights.stated, weights.reported, weights.inferred].map(
        String,
      );
    expect(readmeTable('party', 'values stated')).toEqual([
      ...ukraine2025.parties.map(({ name }, index) => row(name, parties[index]!)),
      row('all parties', total),
    ]);
  });

  it('lists the red lines of the base date and those that stages add', () => {
    const before = readmeTable('party', 'red line', 'rules out').map(([party, line]) => `${party} ${line}`);
    expect(before).toEqual(redLineNames(ukraine2025));
    const added = readmeTable('from', 'party', 'red line').map(([stage, party, line]) => `${stage} ${party} ${line}`);
    const changes = ukraine2025.stages.flatMap(({ id, change }) =>
      change.flatMap(({ party, redLines }) =>
        redLines.map((line) => `${id} ${partyNamed(ukraine2025, party).party.name} ${line.id}`),
      ),
    );
    expect(added).toEqual(changes);
  });

  it('names every point with the issues it is split into', () => {
    const told = readmeTable('point', 'issues').map(([point, issues = '']) => `${point}: ${issues}`);
    const split = Array.from({ length: 28 }, (_, index) => String(index + 1)).flatMap((point) => {
      const issues = ukraine2025.issues.filter((issue) => issue.point === point).map(({ id }) => id);
      return issues.length > 1 ? [`${point}: ${issues.join(', ')}`] : [];
    });
    expect(told).toEqual(split);
  });
});

describe('the numbers that matter most', () => {
  const told = readmeTable('no.', 'number').map((cells) => cells.join(' '));

  it('has no deal as the lines are read', () => {
    expect(room(ukraine2025)).toBeNull();
  });

  it.each([
    ['1 ukraine.no-withdrawal', 'ukraine', 'no-withdrawal', 'demilitarised-both', 0],
    ['1 ukraine.no-withdrawal', 'ukraine', 'no-withdrawal', 'demilitarised-both', 20],
    ['2 russia.all-donbas', 'russia', 'all-donbas', 'mirrored-zone', 0],
    ['2 russia.all-donbas', 'russia', 'all-donbas', 'mirrored-zone', 20],
    ['3 russia.all-donbas', 'russia', 'all-donbas', 'later-talks', 20],
  ])('%s: narrowed for %s.%s by %s, worth %i', (row, party, line, option, value) => {
    const open = room(readNarrowly(ukraine2025, party, line, option, value));
    expect(told.find((text) => text.startsWith(row))).toContain(points(open!));
  });

  it('opens with a seventh option that crosses neither line', () => {
    expect(told[3]).toContain(`(room ${points(room(withSeventhOption(ukraine2025, 20))!)})`);
  });

  it.each([
    ['5', 'russia'],
    ['6', 'ukraine'],
    ['7', 'us'],
  ])('%s: the reservation value of %s at its low and its high', (row, party) => {
    const at = (redLine: string, bound: 'low' | 'high') =>
      points(room(without(withReservation(ukraine2025, party, bound), ...namesOf(redLine)))!);
    const span = (redLine: string) => `${at(redLine, 'low')} to ${at(redLine, 'high')}`;
    expect(told[Number(row) - 1]).toContain(
      `Room ${span('ukraine.no-withdrawal')} in A, ${span('russia.all-donbas')} in B`,
    );
  });
});

function namesOf(redLine: string): [string, string] {
  const [party = '', line = ''] = redLine.split('.');
  return [party, line];
}

/** The scenario with one party changed. */
function withParty(scenario: Scenario, id: string, change: (party: Party) => Party): Scenario {
  return { ...scenario, parties: scenario.parties.map((party) => (party.id === id ? change(party) : party)) };
}

function withReservation(scenario: Scenario, id: string, bound: 'low' | 'high'): Scenario {
  return withParty(scenario, id, (party) => {
    const value = party.reservation[bound]!;
    const disagreement = { ...party.disagreement, value: Math.min(party.disagreement.value, value) };
    return { ...party, disagreement, reservation: { ...party.reservation, value } };
  });
}

/** A red line on Donetsk that no longer covers one option, which is worth this much to the party. */
function readNarrowly(scenario: Scenario, id: string, line: string, option: string, value: number): Scenario {
  const issue = scenario.issues.findIndex((candidate) => candidate.id === 'donetsk');
  const position = optionAt(scenario.issues[issue]!, option);
  return withParty(scenario, id, (party) => ({
    ...withValues(party, issue, (values) => values.map((stated, k) => (k === position ? { value } : stated))),
    redLines: party.redLines.map((redLine) =>
      redLine.id !== line
        ? redLine
        : {
            ...redLine,
            when: redLine.when.map((clause) => ({
              ...clause,
              options: clause.options.filter((candidate) => candidate !== option),
            })),
          },
    ),
  }));
}

/** Another option on Donetsk, worth the same number to everybody. */
function withSeventhOption(scenario: Scenario, value: number): Scenario {
  const issue = scenario.issues.findIndex(({ id }) => id === 'donetsk');
  return {
    ...scenario,
    issues: scenario.issues.map((candidate, k) =>
      k === issue ? { ...candidate, named: [...candidate.named, { id: 'other', label: 'other' }] } : candidate,
    ),
    parties: scenario.parties.map((party) => withValues(party, issue, (values) => [...values, { value }])),
  };
}

function withValues(party: Party, issue: number, change: (values: readonly StatedNumber[]) => StatedNumber[]): Party {
  const { preferences } = party;
  if (preferences.form !== 'weights') throw new Error(`${party.id} has no weights`);
  const issues = preferences.issues.map((stated, k) =>
    k === issue ? { ...stated, listed: change(stated.listed) } : stated,
  );
  return { ...party, preferences: { ...preferences, issues } };
}

function redLineNames(scenario: Scenario): string[] {
  return scenario.parties.flatMap(({ name, redLines }) => redLines.map(({ id }) => `${name} ${id}`));
}
