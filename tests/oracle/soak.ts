/**
 * `npm run soak`: random scenario files through every command of the built program for some minutes, each answer judged
 * by the oracle. Says the seeds; a failure prints the seed, what is wrong, and the smallest file found that shows it.
 *
 * Words: how many files (300), from which seed (that of the day), and part of the name of a question (all).
 */
import { largeScenario } from './large-scenario.ts';
import { judgeFile, judgeLargeFile, QUESTIONS, within } from './judge.ts';
import type { Question } from './judge.ts';
import { randomScenario } from './random-scenario.ts';
import type { Entries } from './random-scenario.ts';
import { Session } from './session.ts';
import { shrink } from './shrink.ts';
import { yamlText } from './yaml.ts';

const TRIES = 400;
/** Nodes that one file is tried with: from one up, and some on the way to enough. */
const BUDGETS = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 1000];

const [files = '300', first = String(Math.floor(Date.now() / 86_400_000) * 1_000_000), named = ''] =
  process.argv.slice(2);
const session = new Session(import.meta.dirname);
let failed = 0;

for (let seed = Number(first); seed < Number(first) + Number(files); seed++) {
  const data = randomScenario(seed);
  const budget = BUDGETS[seed % BUDGETS.length]!;
  const questions: [string, Question][] = [
    ...Object.entries(QUESTIONS),
    ...within(budget).map((question): [string, Question] => [`nodes ${budget}`, question]),
  ];
  for (const [name, question] of questions.filter(([own]) => own.includes(named))) {
    const said = await complaints(data, question);
    if (said.length === 0) continue;
    failed++;
    const kind = kindOf(said[0]!);
    const smallest = await shrink(
      data,
      async (smaller) => (await complaints(smaller, question)).some((one) => kindOf(one) === kind),
      TRIES,
    );
    print(`\nseed ${seed}, ${name}\n${said.slice(0, 5).join('\n')}\n\n${yamlText(smallest)}`);
    print((await complaints(smallest, question)).join('\n'));
  }
}
for (let seed = Number(first); seed < Number(first) + Number(files) / 10 && 'large'.includes(named); seed++) {
  const nodes = BUDGETS[seed % BUDGETS.length]!;
  const file = yamlText(largeScenario(seed));
  const said = await judgeLargeFile(session, file, nodes);
  if (said.length === 0) continue;
  failed++;
  print(`\nseed ${seed}, large, --nodes ${nodes}\n${said.slice(0, 5).join('\n')}\n\n${file}`);
}
session.close();
print(`${files} files from seed ${first}: ${failed === 0 ? 'all answers are right' : `${failed} failures`}`);
process.exitCode = failed === 0 ? 0 : 1;

/** Nothing for a file that is no scenario: a smaller one may not be. */
async function complaints(data: Entries, question: Question): Promise<readonly string[]> {
  try {
    return await judgeFile(session, yamlText(data), [question]);
  } catch {
    return [];
  }
}

/** The sentence without its numbers. */
function kindOf(complaint: string): string {
  return complaint.replaceAll(/says.*/g, '').replaceAll(/[-\d.,]+/g, '');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
