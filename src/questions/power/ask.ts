/** Power as a job. */
import type { z } from 'zod';
import { statesIn } from '../budgets.ts';
import { first } from '../crew.ts';
import type { Asker, OpenCase } from '../question.ts';
import type { PowerCase } from './case.ts';
import type { powerOptions } from './question.ts';

export async function askPower(
  opened: OpenCase,
  { memory, seed }: z.output<typeof powerOptions>,
  { crewFor }: Asker,
): Promise<PowerCase> {
  const job = { kind: 'power', problem: opened.compiled.problem, budget: { states: statesIn(memory), seed } } as const;
  const answers = await crewFor({ doing: 'Counting for' }).run<'power'>([job], ([told]) => ({
    text: told ?? '',
    share: null,
  }));
  return { ...opened, answer: first(answers), seed };
}
