/** The frontier as a job. */
import type { z } from 'zod';
import { compileDraft } from '../../compile/compile.ts';
import type { FrontierProgress } from '../../engine/frontier/frontier.ts';
import { FRONTIER, SEED } from '../budgets.ts';
import { first, silent } from '../crew.ts';
import type { Progress } from '../crew.ts';
import type { Asker, OpenCase } from '../question.ts';
import { coalitionOf } from '../signers.ts';
import type { FrontierCase } from './case.ts';
import type { frontierOptions } from './question.ts';
import { toleranceWords } from './tolerance.ts';
import type { Tolerance } from './tolerance.ts';

export async function askFrontier(
  opened: Pick<OpenCase, 'scenario' | 'compiled'>,
  options: Omit<z.output<typeof frontierOptions>, 'stage' | 'without'>,
  { crewFor, patience }: Asker,
): Promise<Pick<FrontierCase, 'answer' | 'scope' | 'tolerance' | 'seed'>> {
  const { scenario, compiled } = opened;
  const { problem } = compiled;
  const { epsilon: tolerance, vectors } = options;
  const { maxPoints, nodes, states } = FRONTIER[patience];
  const coalition = coalitionOf(scenario, problem, options.coalition);
  const question = {
    inZone: options.zone === true || coalition !== null,
    coalition,
    drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
    noDeal: scenario.statusQuo !== undefined,
    options: {
      epsilon: tolerance.amount,
      measure: tolerance.measure,
      maxPoints: options.maxPoints ?? (tolerance.amount > 0 ? maxPoints : Infinity),
      vectors,
      nodes,
      states,
      seed: SEED,
    },
  };
  const crew = crewFor({ doing: 'Looking for the efficient deals of', stoppable: true });
  const answers = await crew.run<'frontier'>([{ kind: 'frontier', problem, question }], ([told]) =>
    progressOf(told, tolerance),
  );
  const { scope, ...answer } = first(answers);
  return { answer, scope, tolerance, seed: SEED };
}

function progressOf(told: FrontierProgress | null | undefined, tolerance: Tolerance): Progress {
  if (told === null || told === undefined) return silent();
  if (told.kind === 'exact') {
    const text = `${told.issues} of ${told.of} issues, ${told.vectors} combinations of utilities`;
    return { text, share: told.issues / told.of };
  }
  const proven = Number.isFinite(told.epsilon)
    ? `proven within ${toleranceWords({ ...tolerance, amount: told.epsilon })}`
    : 'nothing proven yet';
  return { text: `${told.points} points, ${proven}`, share: null };
}
