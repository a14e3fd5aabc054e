/** Holds what the headline scenario says of bargaining over time to the program. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { equilibria } from '../../src/engine/bargain/equilibrium.ts';
import { runSession } from '../../src/engine/bargain/session.ts';
import type { Proposers } from '../../src/engine/bargain/question.ts';
import { sessionQuestion } from '../../src/questions/bargain/session-question.ts';
import { setupOf } from '../../src/questions/bargain/setup.ts';
import type { Wishes } from '../../src/questions/bargain/setup.ts';
import { dropRedLine } from '../../src/scenario/edit/edit.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { documentTable, ukraine2025 } from './headline.ts';
import { points } from '../report/tenths.ts';
import { without } from './support.ts';

const FIRST = 'ukraine.no-withdrawal';

/** Options of a row as a person types them: "--without a.b --rounds 8"; no option: "as it stands". */
function optionsOf(cell: string): ReadonlyMap<string, string> {
  const words = cell.startsWith('--') ? cell.split(' ') : [];
  return new Map(words.flatMap((word, k) => (word.startsWith('--') ? [[word.slice(2), words[k + 1] ?? '']] : [])));
}

/** What the session of a row comes to, as its other two cells say it. */
function outcomeOf(options: ReadonlyMap<string, string>): readonly [string, string] {
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
  const { agreement } = runSession(setup.periods[0]!.compiled.problem, sessionQuestion(setup));
  if (agreement === null) return ['no deal', '–'];
  const by = agreement.proposer === null ? 'mediator' : ukraine2025.parties[agreement.proposer]!.id;
  return [`round ${agreement.round}, ${by}`, agreement.utility.map(points).join(', ')];
}

describe('what the headline says of bargaining', () => {
  it.each(documentTable('session', 'ends'))('ends as stated: %s', (cell = '', ...rest) => {
    expect(outcomeOf(optionsOf(cell))).toEqual(rest);
  });

  it.each(documentTable('otherwise', 'ends'))('ends as stated with the line set aside: %s', (cell = '', ...rest) => {
    expect(outcomeOf(new Map([['without', FIRST], ...optionsOf(cell)]))).toEqual(rest);
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

function lineOf(name: string): [string, string] {
  const [party = '', line = ''] = name.split('.');
  return [party, line];
}
