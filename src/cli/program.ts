/**
 * The commands of winset, their options and their help. What a command does is loaded when it runs.
 */
import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { packageVersion } from './package.ts';

const MOST_TIES = 10_000;
const MOST_STATES = 100_000_000;

const EXAMPLES = `Is there a deal every side would sign, and what would make one?

Examples:
  winset                                          solve the headline scenario
  winset solve scenarios/ukraine-2025             solve a scenario folder
  winset solve ukraine-2025 --stage berlin        with the positions of a later stage
  winset solve ukraine-2025 --without russia.all-donbas
                                                  what if this red line is a bargaining position?
  winset solve my.yaml --json | jq .zone          the answer as data
  cat my.yaml | winset check -                    is the file sound?
  winset schema > scenario.schema.json            for the completion of an editor
`;

const SCENARIO = 'folder or file, - for standard input, or the name of a shipped scenario';

const WHAT_HAPPENS = `
The answer goes to standard output, warnings to standard error.
Exit status: 0 done (no deal is an answer too), 1 fault of the program, 2 bad input or usage.
`;

/** Parses and runs; usage errors are thrown as CommanderError after their message is written to standard error. */
export async function runProgram(words: readonly string[]): Promise<void> {
  const program = new Command('winset')
    .description('Negotiation position simulator for the terminal.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('Add --help for what can be said here.')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', WHAT_HAPPENS);

  program
    .command('solve')
    .description('Is a deal possible, which ones are recommended, and if there is none, what would open a zone?')
    .argument('<scenario>', SCENARIO)
    .option('--stage <id>', 'positions at this stage instead of those of the file')
    .option('--coalition <ids>', 'recommend deals that these parties sign, such as a,b,c')
    .option('--without <redlines...>', 'what if these red lines were not there? each as party.redline')
    .option('--draft <ids...>', 'report on these drafts only')
    .option('--party <ids...>', 'report on these parties only')
    .option('--ties <n>', 'most equally good deals to list per solution', wholeNumber(1, MOST_TIES), 1000)
    .option(
      '--states <n>',
      'most states of a count; where it needs more, it gives bounds',
      wholeNumber(1, MOST_STATES),
      50_000,
    )
    .option('--seed <text>', 'seed of the estimates, where a count is too large to be exact', '1')
    .option('--all', 'show lists in full')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeNumber(1, 10_000))
    .option('--json', 'the answer as one JSON object')
    .action(async (scenario, options) => {
      const { runSolve } = await import('./solve-command.ts');
      await runSolve(scenario, options);
    });

  program
    .command('check')
    .description('Says whether a scenario is sound, or everything that is wrong with it.')
    .argument('<scenario>', SCENARIO)
    .action(async (scenario) => {
      const { runCheck } = await import('./check-command.ts');
      await runCheck(scenario);
    });

  program
    .command('schema')
    .description('Prints the JSON Schema of a scenario file.')
    .option('--party', 'of a party file instead')
    .action(async (options) => {
      const { runSchema } = await import('./schema-command.ts');
      runSchema(options);
    });

  await program.parseAsync(words, { from: 'user' });
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}
