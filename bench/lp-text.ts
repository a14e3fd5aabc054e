/**
 * The largest minimum gain of a problem as a mixed-integer program in the CPLEX LP format: one binary per option, one
 * option per issue, thresholds as rows, and a free variable t below everyone's gain in points, to be maximised.
 *
 * Coefficients are the problem's own integers, so that nothing is rounded on the way.
 */
import type { Deal, NarrowProblem as Problem } from '../src/engine/problem.ts';
import { issueCount, optionCount } from '../src/engine/problem.ts';

/** The program; the problem must be additive and unanimous, as synthetic problems are. */
export function largestMinimumProgram(problem: Problem): string {
  const parties = problem.parties.map(({ contributions, scale, disagreement, reservation }, party) => {
    const terms = variables(problem).map((name, row) => `${contributions[row]!} ${name}`);
    const sum = wrapped(terms.filter((term) => !term.startsWith('0 ')).join(' + '));
    return [` gain${party}: ${sum} - ${scale} t >= ${disagreement}`, ` accepts${party}: ${sum} >= ${reservation}`].join(
      '\n',
    );
  });
  const choices = Array.from({ length: issueCount(problem) }, (_, issue) => {
    const names = Array.from({ length: optionCount(problem, issue) }, (__, option) => variable(issue, option));
    return ` choose${issue}: ${names.join(' + ')} = 1`;
  });
  return [
    'Maximize',
    ' obj: t',
    'Subject To',
    ...parties,
    ...choices,
    'Bounds',
    ' 0 <= t <= 100',
    'Binaries',
    wrapped(variables(problem).join(' ')),
    'End',
  ].join('\n');
}

/** The deal that the values of the binaries stand for. */
export function dealOfValues(problem: Problem, value: (name: string) => number): Deal {
  return Array.from({ length: issueCount(problem) }, (_, issue) => {
    const values = Array.from({ length: optionCount(problem, issue) }, (__, option) => value(variable(issue, option)));
    return values.indexOf(Math.max(...values));
  });
}

function variable(issue: number, option: number): string {
  return `x${issue}_${option}`;
}

function variables(problem: Problem): readonly string[] {
  return Array.from({ length: issueCount(problem) }, (_, issue) =>
    Array.from({ length: optionCount(problem, issue) }, (__, option) => variable(issue, option)),
  ).flat();
}

/** Lines of an LP file must not grow without end. */
function wrapped(text: string): string {
  return text.replace(/(.{1,200}) /g, '$1\n  ');
}
