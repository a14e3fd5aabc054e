/** Cases as the command line would make them: a shipped scenario or a text, solved by the engine. */
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { solve } from '../../src/engine/solve.ts';
import type { Case } from '../../src/report/case.ts';
import type { Focus } from '../../src/report/view/focus.ts';
import { withoutRedLines } from '../../src/questions/choose.ts';
import { formatFinding } from '../../src/scenario/finding.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { shipped } from '../shipped.ts';

const cases = new Map<string, Case>();

/** The shipped scenario of this name without some red lines ("party.redline"). Each is solved once by every worker. */
export function shippedCase(name: string, without: readonly string[] = []): Case {
  const key = [name, ...without].join(' ');
  const of = cases.get(key) ?? scenarioCase(shipped(name), without);
  cases.set(key, of);
  return of;
}

export function textCase(text: string, without: readonly string[] = []): Case {
  const result = parseScenarioText(text, 'test.yaml');
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return scenarioCase(result.scenario, without);
}

export function scenarioCase(given: Scenario, without: readonly string[] = []): Case {
  const { scenario, assumptions } = withoutRedLines(given, without);
  const compiled = compileProblem(scenario);
  const answer = solve(compiled.problem, {
    drafts: scenario.drafts.map((draft) => compileDraft(scenario, draft.id)),
    coalition: null,
    ties: 20,
    states: 20_000,
    seed: '1',
  });
  return { scenario, compiled, answer, assumptions, warnings: [], seed: '1', version: '1.2.3' };
}

/** Shows everything of a case. */
export function wholeFocus({ scenario }: Case): Focus {
  return {
    parties: [...scenario.parties.keys()],
    drafts: [...scenario.drafts.keys()],
    all: false,
    command: 'winset solve it',
  };
}
