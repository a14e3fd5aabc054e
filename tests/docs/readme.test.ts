import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { solve } from '../../src/engine/solve.ts';
import { QUESTIONS } from '../../src/questions/table.ts';
import { answer } from '../cli/built.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map((match) => match[1]!);
}

/** The search may take another number of steps without the report being another. */
function withoutEffort(text: string): string {
  return text.replace(/took [\d,]+ nodes/, 'took some nodes');
}

it('shows the report as the program prints it', () => {
  const [excerpt] = blocks('text');
  // Where no terminal is, the call without words is the plain report, as the README says.
  const { stdout: report } = answer([]);
  expect(report).toContain('winset solve ukraine-2025 --json');
  expect(excerpt!.split('\n').length).toBeGreaterThan(30);
  expect(withoutEffort(report)).toContain(withoutEffort(excerpt!.trimEnd()));
});

it('has a complete scenario that loads and solves', () => {
  const [scenario] = blocks('yaml');
  const loaded = parseScenarioText(scenario!, 'README.md');
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  const { problem } = compileProblem(loaded.scenario);
  const found = solve(problem, { drafts: [], coalition: null, ties: 10, states: 1000, seed: 'readme' });
  expect(found.zone.empty).toBe(false);
});

it('names the commands that install, show and test', () => {
  expect(blocks('sh').slice(0, 2)).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
});

it('has a row for every question, with the sentence of the table', () => {
  const isQuestion = (id = ''): boolean => QUESTIONS.some((question) => question.id === id);
  const rows = [...readme.matchAll(/^\| `(\w+) <scenario>.*?` +\| (.*?) +\|$/gmu)].flatMap(([, id, words]) =>
    isQuestion(id) ? [[id, words] as const] : [],
  );
  expect(new Map(rows)).toEqual(new Map(QUESTIONS.map(({ id, sentence }) => [id, sentence])));
});
