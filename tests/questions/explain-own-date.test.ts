/** Drafts explained by the positions of their own date. */
import { expect, test } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { runHere } from '../../src/jobs/job.ts';
import { askExplain } from '../../src/questions/explain/ask.ts';
import { document } from '../../src/questions/explain/document.ts';
import type { DraftsAt } from '../../src/questions/common.ts';
import type { Asker, OpenCase } from '../../src/questions/question.ts';
import { scenarioOf } from '../scenario/support.ts';
import { KNOT } from './knot.ts';

const file = scenarioOf(KNOT);
const opened: OpenCase = {
  file,
  scenario: file,
  compiled: compileProblem(file),
  assumptions: [],
  warnings: [],
  version: '0',
  changed: (at) => at,
};

const here: Asker = {
  patience: 'command',
  crewFor: () => ({ run: (jobs) => Promise.resolve(jobs.map((job) => runHere(job))) }),
};

async function draftsExplained(draftsAt: DraftsAt): Promise<unknown> {
  const given = { draft: ['late', 'early'], draftsAt };
  const read: { readonly drafts: unknown } = JSON.parse(
    JSON.stringify(document(await askExplain(opened, given, here))),
  );
  return read.drafts;
}

test('explains a draft by the positions of its own date, or by those of the base', async () => {
  expect(await draftsExplained('own')).toMatchObject({
    late: { stage: 'soft', blockedBy: [] },
    early: { stage: null, blockedBy: ['a'] },
  });
  expect(await draftsExplained('base')).toMatchObject({
    late: { stage: null, blockedBy: ['a'] },
    early: { stage: null, blockedBy: ['a'] },
  });
});
