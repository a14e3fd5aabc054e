/** Games of LLM-Deliberation: score files, vetoes, names from the instructions, round trips. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { runs } from '../../runs.ts';
import { scenarioOf } from '../../scenario/support.ts';
import { expectRoundTrips, readFiles, refusalOf, roundTrip } from '../support.ts';

const GAME = {
  'config.txt': 'The mayor,mayor,player,cooperative,m\nA builder,builder,p2,greedy,m\nThe owner,owner,p1,greedy,m',
  'initial_deal.txt': 'A1,B3',
  'scores_files/mayor.txt': '1, 2\n3, 4 ,5\n4 ',
  'scores_files/builder.txt': '0,9\n0,0,0\n5',
  'scores_files/owner.txt': '7, 0\n0, 3, 2\n3\n',
  'global_instructions.txt':
    'Some words.\nIssue A: "Height"\nA1 "low": under ten metres.\nA2 "high": more.\nIssue B: "Cost"\nB1: $3 million.\nB2: $2 million.\nB3: nothing.\n',
  'individual_instructions/cooperative/mayor.txt':
    'You like B3 (#B3_NUM of at most #B_MAX_NUM) better than A1 (#A1_NUM).',
};

it('reads scores, minima, vetoes, names and what a player is told', async () => {
  const { scenario, format } = await readFiles(GAME);
  expect(format).toBe('llm-deliberation');
  expect(scenario.parties.map(({ id, name, disagreement }) => [id, name, disagreement.value])).toEqual([
    ['mayor', 'The mayor', 4],
    ['builder', 'A builder', 5],
    ['owner', 'The owner', 3],
  ]);
  expect(scenario.consent.needs).toEqual({ quorum: 2, veto: ['owner', 'builder'] });
  expect(scenario.issues.map(({ id, title, named }) => [id, title, named])).toEqual([
    [
      'A',
      'Height',
      [
        { id: 'A1', label: 'low', text: 'under ten metres.' },
        { id: 'A2', label: 'high', text: 'more.' },
      ],
    ],
    [
      'B',
      'Cost',
      [
        { id: 'B1', label: '$3 million' },
        { id: 'B2', label: '$2 million' },
        { id: 'B3', label: 'nothing' },
      ],
    ],
  ]);
  expect(scenario.drafts[0]!.clauses).toEqual([
    { issue: 'A', option: 'A1' },
    { issue: 'B', option: 'B3' },
  ]);
  expect(scenario.parties[0]!.brief).toBe('You like B3 (5 of at most 5) better than A1 (1).');
});

it.each([
  [
    'a missing score file',
    { 'config.txt': 'X,x,player,c,m\n' },
    "config.txt:1:1 'X' has no score file scores_files/x.txt",
  ],
  ['a file outside', { 'config.txt': 'X,../../x,player,c,m\n' }, "config.txt:1:1 '../../x' is no name of a score file"],
  [
    'a word among the scores',
    { 'scores_files/owner.txt': '7, zero\n1,2,3\n3\n' },
    "scores_files/owner.txt:1:1 expected numbers with commas between them, found 'zero'",
  ],
  [
    'no minimum',
    { 'scores_files/owner.txt': '7, 0\n0, 3, 2\n' },
    'scores_files/owner.txt:2:1 expected a line of scores for each issue, and the minimum alone on the last one',
  ],
  [
    'an option too few',
    { 'scores_files/owner.txt': '7, 0\n0, 3\n3\n' },
    'scores_files/owner.txt:2:1 issue B has 2 options here and 3 in scores_files/mayor.txt',
  ],
  [
    'an issue too many',
    { 'scores_files/owner.txt': '7, 0\n0, 3, 1\n1,2\n3\n' },
    'scores_files/owner.txt:1:1 has 3 issues, and scores_files/mayor.txt has 2',
  ],
  ['a deal of something else', { 'initial_deal.txt': 'A1,C3' }, "initial_deal.txt:1:1 there is no option 'C3'"],
])('refused with its place: %s', async (_, changed, message) => {
  expect(await refusalOf({ ...GAME, ...changed })).toBe(message);
});

it('round trips keep the utility of every deal', async () => {
  await expectRoundTrips('llm-deliberation', runs(100));
});

it('what is read, written and read again is the same, and so is a published game', async () => {
  const { scenario } = await readFiles(GAME);
  const { scenario: again } = await roundTrip(scenario, 'llm-deliberation');
  expect(compileProblem(again)).toEqual(compileProblem(scenario));
  expect(again.issues).toEqual(scenario.issues);
  const file = fileURLToPath(new URL('../../peers/llm-deliberation-base.yaml', import.meta.url));
  const base = scenarioOf(
    readFileSync(file, 'utf8').replace('{ needs: all }', '{ needs: { quorum: 5, veto: [sportco, dot] } }'),
  );
  const { scenario: game } = await roundTrip(base, 'llm-deliberation');
  expect(compileProblem(game)).toEqual(compileProblem(base));
});
