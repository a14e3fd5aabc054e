/** Holds what the headline scenario says of bargaining over time to the program. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { equilibria } from '../../src/engine/bargain/foresight/equilibrium.ts';
import type { Session } from '../../src/engine/bargain/answer.ts';
import { runSession } from '../../src/engine/bargain/session.ts';
import { Standings } from '../../src/engine/bargain/many/standings.ts';
import { matches } from '../../src/engine/deal.ts';
import type { Problem } from '../../src/engine/problem.ts';
import { inPoints } from '../../src/engine/units.ts';
import type { Proposers } from '../../src/engine/bargain/question.ts';
import { concessionsOf } from '../../src/questions/bargain/moves.ts';
import { sessionQuestion } from '../../src/questions/bargain/session-question.ts';
import { setupOf } from '../../src/questions/bargain/setup.ts';
import type { Wishes } from '../../src/questions/bargain/setup.ts';
import { dropRedLine } from '../../src/scenario/edit/edit.ts';
import { optionAt } from '../../src/scenario/format/options.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { documentTable, fileText, ukraine2025 } from './headline.ts';
import { points } from '../report/tenths.ts';
import { chosen } from '../runs.ts';
import { without } from './support.ts';

const FIRST = 'ukraine.no-withdrawal';
const PARTIES = ['us', 'ukraine', 'russia', 'e3'];
/** The document in one line, as its sentences read. */
const PROSE = fileText('BARGAINING.md').replaceAll(/\s+/gu, ' ');

/** What is said of the line set aside. All offers at once take as long as the others together: a soak has them. */
const OTHERWISE = chosen(documentTable('otherwise', 'ends'), ([cell]) => cell !== '--protocol simultaneous');

/** Options of a row as a person types them: "--without a.b --rounds 8"; no option: "as it stands". */
function optionsOf(cell: string): ReadonlyMap<string, string> {
  const words = cell.startsWith('--') ? cell.split(' ') : [];
  return new Map(words.flatMap((word, k) => (word.startsWith('--') ? [[word.slice(2), words[k + 1] ?? '']] : [])));
}

interface Run {
  readonly problem: Problem;
  readonly session: Session;
}

const known = new Map<string, Run>();

/** The session of these options, run once: prose speaks of what the tables have. */
function runOf(options: ReadonlyMap<string, string>): Run {
  const key = JSON.stringify([...options]);
  const found = known.get(key) ?? run(options);
  known.set(key, found);
  return found;
}

function run(options: ReadonlyMap<string, string>): Run {
  const [party = '', line = ''] = (options.get('without') ?? '').split('.');
  // At a later stage the line may be gone.
  const changed = (at: Scenario): Scenario => {
    const edit = dropRedLine(at, party, line);
    return edit.ok ? edit.scenario : at;
  };
  const wishes: Wishes = {
    seed: '1',
    ...Object.fromEntries([...options].filter(([name]) => name !== 'without')),
    rounds: options.has('rounds') ? Number(options.get('rounds')) : undefined,
  };
  const setup = setupOf({ scenario: changed(ukraine2025), file: ukraine2025, changed }, wishes);
  const { problem } = setup.periods[0]!.compiled;
  return { problem, session: runSession(problem, sessionQuestion(setup)) };
}

/** What the session of a row comes to, as its other two cells say it. */
function outcomeOf(options: ReadonlyMap<string, string>): readonly [string, string] {
  const { agreement } = runOf(options).session;
  if (agreement === null) return ['no deal', '–'];
  const by = agreement.proposer === null ? 'mediator' : ukraine2025.parties[agreement.proposer]!.id;
  return [`round ${agreement.round}, ${by}`, agreement.utility.map(points).join(', ')];
}

describe('what the headline says of bargaining', () => {
  it.each(chosen(documentTable('session', 'ends'), (_, k) => k % 5 === 0))(
    'ends as stated: %s',
    (cell = '', ...rest) => {
      expect(outcomeOf(optionsOf(cell))).toEqual(rest);
    },
  );

  it.each(OTHERWISE)('ends as stated with the line set aside: %s', (cell = '', ...rest) => {
    expect(outcomeOf(withLine(...optionsOf(cell)))).toEqual(rest);
  });

  it.each(documentTable('rounds', 'last speaker'))('is agreed on at once with %s rounds of foresight', (...cells) => {
    const [rounds = '', last, stated] = cells;
    const { problem } = compileProblem(without(ukraine2025, ...lineOf(FIRST)));
    const order = ukraine2025.bargaining!.order!.map((id) => ukraine2025.parties.findIndex((party) => party.id === id));
    const proposers: Proposers = { kind: 'order', order };
    const patience = order.map(() => ({ num: 1n, den: 1n }));
    const { asked } = equilibria(problem, { rounds: Number(rounds), proposers, patience });
    expect(asked.proven).toBe(true);
    expect(ukraine2025.bargaining!.order![(Number(rounds) - 1) % order.length]).toBe(last);
    expect(asked.rounds[0]!.proposals[0]!.offer!.utility.map(points).join(', ')).toBe(stated);
  });

  it('says in prose what the session with the line set aside comes to', () => {
    const { problem, session } = runOf(withLine());
    const agreement = session.agreement!;
    const gave = concessionsOf(session).map(({ party, gain }) => Math.round(-gain[party]!));
    const [us, ukraine, russia, e3] = PARTIES.map((id) => gave[partyNumber(id)]!);
    expect(ukraine).toBe(us);
    expect(PROSE).toContain(
      `Washington and Kyiv come down by ${us} points each from their first offer to their last, Russia by ${russia} and the E3/EU by ${e3}.`,
    );
    const [usMore, ukraineMore, russiaMore] = PARTIES.map((id) => {
      const party = partyNumber(id);
      const { reservation, scale } = problem.parties[party]!;
      return Math.round(agreement.utility[party]! - inPoints(reservation, scale));
    });
    expect(PROSE).toContain(
      `worth to Washington and Kyiv ${usMore} and ${ukraineMore} points more than their least, to Russia ${russiaMore}.`,
    );
    expect(PROSE).toContain(`a deal in round ${agreement.round} of 35, on Russia's offer`);
    // Found is a deal that gives more to each of the four.
    expect(new Standings(problem, []).of(agreement).distance).toBeGreaterThan(0);
    const day = new Date(Date.UTC(2025, 10, 20 + agreement.round - 1));
    expect(PROSE).toContain(
      `end the talks in round ${agreement.round} come on ${day.getUTCDate()} ${day.toLocaleString('en', { month: 'long', timeZone: 'UTC' })}.`,
    );
  });

  it('says in prose what firmness is worth, as the points of its tables differ', () => {
    const before = utilityOf();
    const more = (party: string, ...option: [string, string]): number =>
      Math.round(utilityOf(option)[partyNumber(party)]! - before[partyNumber(party)]!);
    const ukraine = more('ukraine', 'strategies', 'ukraine=boulware:8');
    const us = more('us', 'strategies', 'us=boulware:8');
    const russia = more('russia', 'strategies', 'russia=linear');
    expect(PROSE).toContain(
      `to hold out as Russia does is worth ${ukraine} points to Kyiv and ${us} to Washington, each alone; Russia loses ${-russia} by coming down evenly.`,
    );
  });

  it('says in prose where the part of Donetsk goes, and whose text stays as it is', () => {
    const issue = ukraine2025.issues.findIndex(({ id }) => id === 'donetsk');
    const place = optionAt(ukraine2025.issues[issue]!, 'handed-over');
    const deals = OTHERWISE.flatMap(([cell = '']) => {
      const { agreement } = runOf(withLine(...optionsOf(cell))).session;
      return agreement === null ? [] : [agreement.deal[issue]];
    });
    expect(new Set(deals)).toEqual(new Set([place]));
    const { offers } = runOf(withLine(['protocol', 'single-text'])).session;
    // A text that passes is an offer of the mediator.
    expect(offers).toEqual([]);
  });

  it('says in prose that without a line set aside, or with lines unknown, every last offer crosses lines of others', () => {
    for (const options of [new Map<string, string>(), withLine(['lines', 'private'])]) {
      const { problem, session } = runOf(options);
      const last = concessionsOf(session).map(({ last: offer }) => offer);
      expect(last).toHaveLength(PARTIES.length);
      for (const { party, deal } of last) {
        const crossed = problem.parties.some(
          ({ redLines }, other) => other !== party && redLines.some((line) => matches(deal, line)),
        );
        expect(crossed).toBe(true);
      }
    }
  });

  it('argues every number of the section, with its sources and its confidence', () => {
    const { rounds, patience = {}, strategies = {} } = ukraine2025.bargaining!;
    for (const own of [rounds!, ...Object.values(patience), ...Object.values(strategies)]) {
      expect(own.why).toBeTruthy();
      expect(own.sources).not.toHaveLength(0);
      expect(own.confidence).toBeTruthy();
    }
    expect(Object.keys(patience).toSorted()).toEqual(ukraine2025.parties.map(({ id }) => id).toSorted());
    expect(Object.keys(strategies).toSorted()).toEqual(ukraine2025.parties.map(({ id }) => id).toSorted());
  });
});

/** With the first line set aside, and one thing otherwise. */
function withLine(...options: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map([['without', FIRST], ...options]);
}

/** The points of the deal with the first line set aside and one thing otherwise. */
function utilityOf(...options: readonly (readonly [string, string])[]): readonly number[] {
  return runOf(withLine(...options)).session.agreement!.utility;
}

function partyNumber(id: string): number {
  return ukraine2025.parties.findIndex((party) => party.id === id);
}

function lineOf(name: string): [string, string] {
  const [party = '', line = ''] = name.split('.');
  return [party, line];
}
