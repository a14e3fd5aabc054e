/**
 * The plan of a class, `class.yaml`: which case, how long, who is played by the program, and what is handed out when.
 * Who sits where stands in `codes.csv` beside it (`seats.ts`).
 */
import { z } from 'zod';
import { STRATEGY_KINDS } from '../scenario/scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Finding, Path } from '../scenario/finding.ts';
import { line, listedId, listedIdKey, text } from '../scenario/format/schema-shared.ts';
import { checkSchema } from '../scenario/read/check-schema.ts';
import type { Document } from '../scenario/read/document.ts';
import { readDocument } from '../scenario/read/document.ts';
import { unknownName } from '../scenario/suggest.ts';

export const PLAN_FILE = 'class.yaml';
export const HANDOUTS_FILE = 'handouts.yaml';
export const MOST_MINUTES = 600;

const minute = z.number().int().min(0).max(MOST_MINUTES);

const handoutSchema = z
  .strictObject({
    id: listedId,
    minute: minute
      .describe('Of the negotiation, from its start; the instructor may hand it out earlier.')
      .exactOptional(),
    roles: z.array(listedId).min(1).describe('Who gets it; left out: everybody.').exactOptional(),
    text: text.describe('What it says.').exactOptional(),
    draft: listedId.describe('A draft of the scenario, such as the mediator\u2019s.').exactOptional(),
    stage: listedId.describe('A stage of the scenario: from now on its numbers count.').exactOptional(),
  })
  .refine(({ text: says, draft, stage }) => says !== undefined || draft !== undefined || stage !== undefined, {
    error: 'needs what is handed out: `text`, `draft` or `stage`',
  });

export const planSchema = z.strictObject({
  class: z.literal(1).describe('Version of this format.'),
  title: line.exactOptional(),
  scenario: line.describe('A scenario that comes with winset, or the path of one, from here.'),
  stage: listedId.describe('Begin with the positions at this stage.').exactOptional(),
  minutes: z.number().int().min(1).max(MOST_MINUTES).describe('Of the negotiation.'),
  talk: z
    .enum(['face', 'text'])
    .describe('face: they talk in the room; text: they write to each other, and that is kept.')
    .default('face'),
  briefs: z
    .enum(['joining', 'start'])
    .describe('When people see their own brief and score sheet: when they join, or when the clock starts.')
    .default('joining'),
  computer: z
    .record(listedIdKey, z.enum(STRATEGY_KINDS))
    .describe('Roles that the program plays in every team, each with its strategy.')
    .default({}),
  handouts: z.array(handoutSchema).default([]),
});

/** `handouts.yaml` beside a scenario: what whoever teaches with it hands out, taken over into the plan of a class. */
export const handoutsSchema = z.strictObject({ handouts: z.array(handoutSchema) });

export type Plan = z.output<typeof planSchema>;
export type Handout = Plan['handouts'][number];

/** A plan that can be used, or everything that is wrong with it. */
export type PlanResult =
  | { readonly ok: true; readonly plan: Plan; readonly document: Document }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The plan in a text; `file` is what findings call it. Names of the scenario are not looked at yet: see `checkPlan`. */
export function readPlan(written: string, file: string): PlanResult {
  const read = readDocument(written, file);
  if (!read.ok) return read;
  const { data, findings } = checkSchema(read.document, planSchema);
  if (data === null) return { ok: false, findings };
  return { ok: true, plan: data, document: read.document };
}

/** The handouts in a text; `file` is what findings call it. */
export function readHandouts(
  written: string,
  file: string,
): { readonly handouts: readonly Handout[] | null; readonly findings: readonly Finding[] } {
  const read = readDocument(written, file);
  if (!read.ok) return { handouts: null, findings: read.findings };
  const { data, findings } = checkSchema(read.document, handoutsSchema);
  return { handouts: data?.handouts ?? null, findings };
}

/** What a plan names that its scenario does not have, or names twice; none where all is well. */
export function checkPlan(plan: Plan, document: Document, scenario: Scenario): readonly Finding[] {
  const findings: Finding[] = [];
  const [roles, drafts, stages] = [scenario.parties, scenario.drafts, scenario.stages].map((list) =>
    list.map(({ id }) => id),
  );
  const check = (kind: string, name: string | undefined, known: readonly string[] = [], path: Path): void => {
    if (name === undefined || known.includes(name)) return;
    const at = path[0] === 'computer' ? ('key' as const) : ('value' as const);
    findings.push(document.finding(path, unknownName(kind, name, known), { at }));
  };
  check('stage', plan.stage, stages, ['stage']);
  for (const role of Object.keys(plan.computer)) check('role', role, roles, ['computer', role]);
  for (const [k, handout] of plan.handouts.entries()) {
    check('draft', handout.draft, drafts, ['handouts', k, 'draft']);
    check('stage', handout.stage, stages, ['handouts', k, 'stage']);
    for (const [n, role] of (handout.roles ?? []).entries()) check('role', role, roles, ['handouts', k, 'roles', n]);
    const first = plan.handouts.findIndex(({ id }) => id === handout.id);
    if (first !== k)
      findings.push(document.finding(['handouts', k, 'id'], `handout '${handout.id}' stands here twice`));
  }
  return findings;
}
