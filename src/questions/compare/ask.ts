/** Every scenario solved, and those without a deal explained, side by side. */
import type { z } from 'zod';
import { compileProblem } from '../../compile/compile.ts';
import type { Case, UnvaluedAnswer } from '../../report/case.ts';
import { counted } from '../../report/text/number.ts';
import { contrast } from '../../scenario/edit/contrast.ts';
import { withEdits } from '../../scenario/edit/edit.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { statesIn, TIES } from '../budgets.ts';
import { withoutAssumed } from '../choose.ts';
import type { Told } from '../crew.ts';
import { explainingOf } from '../explain/ask.ts';
import { InputError } from '../input-error.ts';
import { openedCase } from '../opened.ts';
import type { Asker, OpenCase } from '../question.ts';
import { solveJob } from '../solve/ask.ts';
import { askUnvalued, turnedCase } from '../unvalued.ts';
import type { Column, CompareCase } from './case.ts';
import { keyOf } from './case.ts';
import type { compareOptions } from './question.ts';

type Options = z.output<typeof compareOptions>;

export async function askCompare(opened: OpenCase, asked: Options, asker: Asker): Promise<CompareCase> {
  const all = [opened];
  for (const argument of asked.others) all.push(await besideOf(opened, argument, asker));
  const limits = { ...asked, coalition: undefined, ties: TIES.command };
  // Drafts are held against the positions of each column: that is what is compared.
  const nodes = asked.nodes;
  const crew = asker.crewFor({ doing: 'Solving' });
  const unvalued: (UnvaluedAnswer | null)[] = [];
  for (const { scenario } of all) {
    unvalued.push(await askUnvalued(scenario, crew, { nodes, states: statesIn(asked.memory), seed: asked.seed }));
  }
  const solved = all.map((each, k) => {
    const open = unvalued[k] ?? null;
    return open === null ? each : { ...turnedCase(each, open.taken), unvalued: open };
  });
  const jobs = solved.map((each) =>
    solveJob(each, limits, { drafts: each.scenario.drafts.map(() => null), noDeal: null }),
  );
  const answers = await crew.run<'solve'>(jobs, counting('solving', jobs.length));
  const cases = solved.map((each, k): Case => ({ ...each, answer: answers[k]!, seed: asked.seed }));
  const explained = await explanationsOf(cases, asked, asker);
  const columns = cases.map((of, k): Column => ({
    key: keyOf(k),
    of,
    explanation: explained.get(of) ?? null,
    contrasts: k === 0 ? null : contrast(opened.scenario, all[k]!.scenario, [keyOf(0), keyOf(k)]),
  }));
  return { ...cases[0]!, warnings: [...new Set(cases.flatMap(({ warnings }) => warnings))], columns };
}

/** With what is supposed of the first supposed of it as well, as far as it can be. */
async function besideOf(first: OpenCase, argument: string, asker: Asker): Promise<OpenCase> {
  const other = await openedAs(first, argument, asker);
  const edits = (first.settings ?? []).map(({ edit }) => edit);
  if (edits.length + first.assumptions.length === 0) return other;
  const supposed = (positions: Scenario): Scenario =>
    withoutAssumed(withEdits(positions, edits, other.file), first.assumptions);
  const scenario = supposed(other.scenario);
  return { ...other, scenario, compiled: compileProblem(scenario), changed: supposed };
}

async function openedAs(first: OpenCase, argument: string, { open }: Asker): Promise<OpenCase> {
  if (argument.startsWith('@')) {
    const sound = { scenario: first.file, warnings: [] };
    return openedCase(sound, { stage: argument.slice(1) }, first.version);
  }
  if (open !== undefined) return open(argument);
  throw new InputError([
    `error: '${argument}' cannot be read here; stages of the first scenario can be compared, as @stage`,
  ]);
}

/** Of those without a deal, by the case. */
async function explanationsOf(cases: readonly Case[], { nodes }: Options, { crewFor }: Asker) {
  const closed = cases.filter(({ answer }) => answer.zone.empty === true);
  if (closed.length === 0) return new Map();
  const options = { ...explainingOf([]), ...(nodes === undefined ? {} : { nodes }) };
  const jobs = closed.map(({ compiled: { problem } }) => ({ kind: 'explain' as const, problem, options }));
  const found = await crewFor({ doing: 'Explaining' }).run<'explain'>(jobs, counting('explaining', jobs.length));
  return new Map(closed.map((of, k) => [of, found[k]!]));
}

function counting(doing: string, of: number) {
  return <K extends 'solve' | 'explain'>(told: Told<K>) => {
    const begun = told.filter((word) => word !== null).length;
    return { text: `${doing}, ${begun} of ${counted(of, 'scenario')} begun`, share: null };
  };
}
