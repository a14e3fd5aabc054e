/**
 * The scenario that an argument means: a path, `-` for standard input, or the name of a shipped scenario.
 */
import { existsSync } from 'node:fs';
import { compileProblem, ruleIds } from '../compile/compile.ts';
import { contradictoryRules } from '../engine/conflict/lawful.ts';
import type { Finding } from '../scenario/finding.ts';
import { formatFinding } from '../scenario/finding.ts';
import type { Loaded, LoadResult } from '../scenario/read/load.ts';
import { loadScenario, parseScenarioText } from '../scenario/read/load.ts';
import { suggestion } from '../scenario/suggest.ts';
import { InputError } from '../questions/input-error.ts';
import { readStdin, STDIN_NAME } from '../questions/stdin.ts';
import { shippedFolder, shippedScenarios } from './package.ts';

export type Opened = Pick<Loaded, 'scenario' | 'warnings' | 'files' | 'under'>;

/** @throws InputError with every finding when the scenario cannot be used. */
export async function openScenario(argument: string): Promise<Opened> {
  const result = argument === '-' ? await fromStdin() : loadScenario(scenarioPath(argument));
  if (!result.ok) throw new InputError([...result.findings.map(formatFinding), ...nameHint(argument)]);
  const compiled = compileProblem(result.scenario);
  const contradiction = contradictoryRules(compiled.problem);
  if (contradiction === null) return result;
  const rules = ruleIds(result.scenario, compiled, contradiction);
  throw new InputError([formatFinding(result.fault(['rules'], contradictionMessage(rules)))]);
}

function contradictionMessage(rules: readonly string[]): string {
  const names = rules.map((rule) => `'${rule}'`).join(', ');
  return rules.length === 1
    ? `the rule ${names} forbids every combination of options; narrow it or take it out`
    : `the rules ${names} together forbid every combination of options; narrow one of them or take it out`;
}

/** The path that an argument means: its own, or that of a shipped scenario. */
export function scenarioPath(argument: string): string {
  const shipped = !existsSync(argument) && shippedScenarios().includes(argument);
  return shipped ? shippedFolder(argument) : argument;
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

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
