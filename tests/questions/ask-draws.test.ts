import { expect, it } from 'vitest';
import { questionNodes } from '../../src/engine/question-nodes.ts';
import { drawsGranted } from '../../src/questions/sensitivity/ask-draws.ts';
import { shippedCase } from '../report/support.ts';

it('grants fewer draws the more of the first were not settled, step by step', () => {
  const of = shippedCase('first-five-minutes');
  const nodes = questionNodes(of.compiled.problem) / 10;
  const granted = [0, 1, 5, 10, 20].map((unproven) => drawsGranted(of, { draws: 20, nodes, open: 0, unproven }));
  expect(granted).toEqual([6400, 6120, 5000, 3600, 800]);
  expect(drawsGranted(of, { draws: 20, nodes, open: 20, unproven: 20 })).toBe(800);
  expect(drawsGranted(of, { draws: 20, nodes: 2 * nodes, open: 0, unproven: 0 })).toBe(3200);
});
