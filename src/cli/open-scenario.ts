/**
 * The scenario that an argument means: a path, `-` for standard input, or the name of a shipped scenario.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileDraft, compileProblem, ruleIds } from '../compile/compile.ts';
import { keepsRules } from '../engine/deal.ts';
import type { Problem } from '../engine/problem.ts';
import { noteText } from '../formats/foreign.ts';
import { sourceAt } from '../formats/source.ts';
import type { Finding } from '../scenario/finding.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { LoadResult } from '../scenario/read/load.ts';
import { loadScenario, parseScenarioText } from '../scenario/read/load.ts';
import { suggestion } from '../scenario/suggest.ts';
import type { Reading } from '../questions/opened.ts';
import { readStdin, STDIN_NAME } from '../questions/stdin.ts';
import type { Opened } from './opened.ts';
import { soundly } from './opened.ts';
import { shippedScenarios } from './package.ts';
import { scenarioPath } from './scenario-path.ts';
import { capital } from '../report/text/capital.ts';

/**
 * A file or folder of another program is read as what it is; its first warning says so, and the others say what of it is
 * another here. @throws InputError with every finding when the scenario cannot be used.
 */
export async function openScenario(argument: string): Promise<Opened> {
  return soundly(await readScenario(argument));
}

export async function readScenario(argument: string): Promise<Reading<Opened>> {
  const foreign = await openForeign(argument);
  const result = foreign?.result ?? (argument === '-' ? await fromStdin() : loadScenario(scenarioPath(argument)));
  return sound(result, foreign?.name ?? null, nameHint(argument));
}

/** Of a text that stands for one file; `name` is what findings call it. */
export function readText(text: string, name: string): Promise<Reading<Opened>> {
  return sound(parseScenarioText(text, name), null, []);
}

/** What shows only with all numbers: rules that leave no deal at all. */
async function sound(result: LoadResult, foreign: string | null, hints: readonly string[]): Promise<Reading<Opened>> {
  if (!result.ok) return { ok: false, findings: result.findings, hints };
  const { scenario } = result;
  const compiled = compileProblem(scenario);
  if (hasLawfulText(scenario, compiled.problem)) return { ok: true, opened: { ...result, foreign } };
  const { contradictoryRules } = await import('../engine/conflict/lawful.ts');
  const contradiction = contradictoryRules(compiled.problem);
  if (contradiction === null) return { ok: true, opened: { ...result, foreign } };
  const rules = ruleIds(scenario, compiled, contradiction);
  return { ok: false, findings: [result.fault(['rules'], contradictionMessage(rules))], hints: [] };
}

/** Whether a draft that leaves nothing open keeps every rule, or the first option of every issue does: no search is needed. */
function hasLawfulText(scenario: Scenario, problem: Problem): boolean {
  const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  return [scenario.issues.map(() => 0), ...drafts].some((draft) => {
    const deal = draft.filter((option) => option !== null);
    return deal.length === draft.length && keepsRules(problem, deal);
  });
}

/** Null for what winset reads itself; the formats of other programs are loaded only for what may be one of theirs. */
async function openForeign(argument: string): Promise<{ readonly name: string; readonly result: LoadResult } | null> {
  if (argument === '-' || isOwnFile(argument)) return null;
  const { readForeign } = await import('../formats/read-foreign.ts');
  const read = await readForeign([argument]);
  if (read === null) return null;
  const { name } = read.format;
  if (!read.ok) return { name, result: { ok: false, findings: read.findings } };
  const told = [`read as ${name}; \`winset import\` makes a scenario of it`, ...read.notes.map(noteText)];
  const warnings = told.map((message) => warningAt(argument, message));
  return { name, result: { ...read.loaded, warnings: [...warnings, ...read.loaded.warnings] } };
}

/** A folder with a scenario, a YAML file that says it is one, or nothing: also the name of a shipped scenario. */
function isOwnFile(argument: string): boolean {
  if (!existsSync(argument) || existsSync(join(argument, 'scenario.yaml'))) return true;
  return /\.ya?ml$/i.test(argument) && /^winset\s*:/m.test(sourceAt(argument)?.entries[0]?.head ?? '');
}

function warningAt(file: string, message: string): Finding {
  return { file, line: 1, column: 1, path: '', message, severity: 'warning' };
}

function contradictionMessage(rules: readonly string[]): string {
  const names = rules.map((rule) => `'${rule}'`).join(', ');
  return rules.length === 1
    ? `the rule ${names} forbids every combination of options; narrow it or take it out`
    : `the rules ${names} together forbid every combination of options; narrow one of them or take it out`;
}

async function fromStdin(): Promise<LoadResult> {
  const text = await readStdin();
  if (text.ok) return parseScenarioText(text.text, STDIN_NAME);
  const finding: Finding = { file: STDIN_NAME, line: 1, column: 1, path: '', message: text.message, severity: 'error' };
  return { ok: false, findings: [finding] };
}

/** For an argument that looks like a name and not like a path. */
function nameHint(argument: string): string[] {
  if (argument === '-' || existsSync(argument) || /[\\/]/.test(argument)) return [];
  const names = shippedScenarios();
  const near = suggestion(argument, names);
  const question = near.includes('did you mean') ? ` ${capital(near.slice(2))}` : '';
  return [`Scenarios that come with winset: ${names.join(', ')}.${question}`];
}
