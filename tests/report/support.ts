/** Cases as the command line would make them: a shipped scenario or a text, solved by the engine. */
import { join } from 'node:path';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { solve } from '../../src/engine/solve.ts';
import type { Case } from '../../src/report/case.ts';
import type { Focus } from '../../src/report/view/focus.ts';
import { withoutRedLines } from '../../src/questions/choose.ts';
import { formatFinding } from '../../src/scenario/finding.ts';
import type { LoadResult } from '../../src/scenario/read/load.ts';
import { loadScenario, parseScenarioText } from '../../src/scenario/read/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** The shipped scenario of this name without some red lines ("party.redline"). */
export function shippedCase(name: string, without: readonly string[] = []): Case {
  return solved(loadScenario(join(import.meta.dirname, '../../scenarios', name)), without);
}

export function textCase(text: string, without: readonly string[] = []): Case {
  return solved(parseScenarioText(text, 'test.yaml'), without);
}

function solved(result: LoadResult, without: readonly string[]): Case {
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
