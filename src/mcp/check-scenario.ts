/** The tool `check_scenario`: whether a scenario is sound, and the names that the other tools take. */
import { z } from 'zod';
import { compileProblem } from '../compile/compile.ts';
import { spaceSize } from '../engine/problem.ts';
import type { Json } from '../report/json.ts';
import { digits, ids } from '../report/json-schema.ts';
import { combinations, counted } from '../report/text/number.ts';
import { oneLine } from '../report/text/width.ts';
import { ownCount } from '../scenario/format/conditional.ts';
import { firstListed, labelOf, optionId } from '../scenario/format/options.ts';
import type { Finding } from '../scenario/finding.ts';
import { formatFinding } from '../scenario/finding.ts';
import type { Issue, Scenario } from '../scenario/scenario.ts';
import { aboutOptions, known, mayShowFindings, readAbout } from './about.ts';
import type { About } from './about.ts';
import { readArguments } from './arguments.ts';
import { inputSchema, outputSchema } from './schemas.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tool } from './tool.ts';

const words = z.string().nullable();

const schema = z.strictObject({
  schema: z.literal('winset/check@1'),
  version: z.string(),
  sound: z.boolean(),
  findings: z.array(
    z.strictObject({
      file: z.string(),
      line: z.int(),
      column: z.int(),
      path: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
    }),
  ),
  notShown: z.int().describe('Findings that are not shown, since they may repeat numbers of other parties.'),
  scenario: z
    .strictObject({
      title: z.string(),
      hash: z.string(),
      summary: words,
      asOf: words,
      deals: digits.describe('Combinations of options, rules not yet applied.'),
      everybody: ids.describe('Ids of all parties.'),
      parties: z
        .array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            disagreement: z.number(),
            reservation: z.number(),
            redLines: ids,
          }),
        )
        .describe('Those whose numbers are known here.'),
      issues: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          group: words,
          unit: words,
          numbers: z
            .strictObject({ from: z.string(), to: z.string(), count: z.int() })
            .nullable()
            .describe('Of a number line, whose numbers are option ids.'),
          options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
        }),
      ),
      rules: ids,
      drafts: z.array(z.strictObject({ id: z.string(), title: z.string(), date: words })),
      stages: z.array(z.strictObject({ id: z.string(), title: z.string(), date: z.string() })),
    })
    .nullable()
    .describe('Null where it cannot be used.'),
});

export function checkScenarioTool(around: Surroundings): Tool {
  const shape = aboutOptions(around);
  return {
    name: 'check_scenario',
    title: 'check',
    description:
      'Is the scenario sound? If so, the ids of its parties, issues, options, rules, drafts and stages, which the other ' +
      'tools take; if not, everything that is wrong with it.',
    input: inputSchema(shape),
    output: () => Promise.resolve(outputSchema(schema)),
    call: async (written) => {
      const given = readArguments(shape, written);
      const { name, reading } = await readAbout(given, around);
      if (reading.ok) {
        const about = known(name, reading.opened, around);
        return { document: documentOf(about.sound.warnings, 0, about, around), text: summaryOf(about) };
      }
      const isShown = mayShowFindings(given, name, around);
      const [findings, notShown] = isShown ? [reading.findings, 0] : [[], reading.findings.length];
      const lines = [
        `not sound: ${name} has ${counted(reading.findings.length, 'fault')}${isShown ? '' : ' (not shown here)'}`,
        ...findings.map(formatFinding),
        ...(isShown ? reading.hints : []),
      ];
      return { document: documentOf(findings, notShown, null, around), text: lines.join('\n') };
    },
  };
}

function documentOf(
  findings: readonly Finding[],
  notShown: number,
  about: About | null,
  { version }: Surroundings,
): Json {
  return {
    schema: 'winset/check@1',
    version,
    sound: about !== null,
    findings: findings.map(({ file, line, column, path, severity, message }) => ({
      file,
      line,
      column,
      path,
      severity,
      message,
    })),
    notShown,
    scenario: about === null ? null : scenarioDocument(about),
  };
}

function scenarioDocument({ sound: { scenario }, everybody }: About): Json {
  const { title, hash, summary = null, asOf = null, parties, issues, rules, drafts, stages } = scenario;
  return {
    title,
    hash,
    summary,
    asOf,
    deals: spaceSize(compileProblem(scenario).problem).toString(),
    everybody: [...everybody],
    parties: parties.map(({ id, name, disagreement, reservation, redLines }) => ({
      id,
      name,
      disagreement: disagreement.value,
      reservation: reservation.value,
      redLines: redLines.map((line) => line.id),
    })),
    issues: issues.map(issueDocument),
    rules: rules.map(({ id }) => id),
    drafts: drafts.map((draft) => ({ id: draft.id, title: draft.title, date: draft.date ?? null })),
    stages: stages.map((stage) => ({ id: stage.id, title: stage.title, date: stage.date })),
  };
}

function issueDocument(issue: Issue): Json {
  const { id, title, group = null, unit = null, range } = issue;
  const first = firstListed(issue);
  const listed = Array.from({ length: ownCount(issue) - first }, (_, k) => first + k);
  return {
    id,
    title,
    group,
    unit,
    numbers:
      range === null ? null : { from: optionId(issue, 0), to: optionId(issue, range.count - 1), count: range.count },
    options: listed.map((option) => ({ id: optionId(issue, option), label: labelOf(issue, option) })),
  };
}

function summaryOf({ name, sound: { scenario, warnings }, everybody }: About): string {
  const parts = [
    `${counted(everybody.length, 'party', 'parties')} (${everybody.join(', ')})`,
    counted(scenario.issues.length, 'issue'),
    combinations(sizeOf(scenario)),
    counted(scenario.drafts.length, 'draft'),
    counted(scenario.stages.length, 'stage'),
  ];
  return [`ok: ${name}, ${oneLine(scenario.title)}: ${parts.join(', ')}`, ...warnings.map(formatFinding)].join('\n');
}

function sizeOf(scenario: Scenario): bigint {
  return spaceSize(compileProblem(scenario).problem);
}
