/**
 * The commands of winset, their options and their help. What a command does is loaded when it runs.
 */
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { SOLUTION_NAMES } from '../engine/answer.ts';
import type { Tolerance } from '../questions/frontier/tolerance.ts';
import { DEFAULT_TOLERANCE } from '../questions/frontier/tolerance.ts';
import { DRAFTS_AT } from '../questions/own-date.ts';
import { HEADLINE, packageVersion } from './package.ts';

const MOST_TIES = 10_000;
const MOST_POINTS = 1_000_000;
const MOST_DRAWS = 1_000_000;
const MOST_VECTORS = 10_000_000;
const DEFAULT_MEMORY = 32e6;
const MOST_MEMORY = 16e9;

const EXAMPLES = `Is there a deal every side would sign, and what would make one?

Examples:
  winset                                          open the headline scenario, full screen
  winset open my.yaml                             turn weights and watch the zone move
  winset solve scenarios/ukraine-2025             solve a scenario folder
  winset solve ukraine-2025 --stage berlin        with the positions of a later stage
  winset solve ukraine-2025 --without russia.all-donbas
                                                  what if this red line is a bargaining position?
  winset explain ukraine-2025 --draft us28        why not, and what would have to change?
  winset frontier ukraine-2025 --epsilon 10%      deals that no other beats, a spread of them
  winset score my.yaml --deal deal.json           who would sign this deal?
  winset solve my.yaml --json | jq .zone          the answer as data
  cat my.yaml | winset check -                    is the file sound?
  winset schema > scenario.schema.json            for the completion of an editor
`;

const SCENARIO = 'folder or file, - for standard input, or the name of a shipped scenario';

const NODES = 'search nodes for one question; what then is not proven is said, and more take longer';

const WHAT_HAPPENS = `
The answer goes to standard output, warnings to standard error.
Exit status: 0 done (no deal is an answer too), 1 fault of the program, 2 bad input or usage, 130 ended by ctrl-c.
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
    .command('open')
    .description('Opens the full-screen interface: turn weights and watch the zone move.')
    .argument('[scenario]', SCENARIO, HEADLINE)
    .option('--stage <id>', 'begin with the positions at this stage')
    .option('--without <redlines...>', 'begin without these red lines, each as party.redline')
    .option('--ascii', 'draw with plain letters, for terminals without line drawing characters')
    .action(async (scenario, options) => {
      const { runOpen } = await import('./open-command.ts');
      await runOpen(scenario, options);
    });

  program
    .command('solve')
    .description('Is a deal possible, which ones are recommended, and if there is none, what would open a zone?')
    .argument('<scenario>', SCENARIO)
    .option('--stage <id>', 'positions at this stage instead of those of the file')
    .option('--coalition <ids>', 'recommend deals that these parties sign, such as a,b,c')
    .option('--without <redlines...>', 'what if these red lines were not there? each as party.redline')
    .option('--draft <ids...>', 'report on these drafts only')
    .addOption(
      new Option('--drafts-at <when>', 'the positions that each draft is held against: of its own date, or the base')
        .choices(DRAFTS_AT)
        .default('own' as const),
    )
    .option('--party <ids...>', 'report on these parties only')
    .option('--ties <n>', 'most equally good deals to list per solution', wholeNumber(1, MOST_TIES), 1000)
    .option('--nodes <n>', NODES, wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .addOption(
      new Option(
        '--memory <size>',
        'for counts, such as 500MB or 1GB; one that needs more is bounded, a larger one takes longer',
      )
        .argParser(memorySize)
        .default(DEFAULT_MEMORY, '32MB'),
    )
    .option('--seed <text>', 'seed of the estimates, where a count is too large to be exact', '1')
    .option('--all', 'show lists in full')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeNumber(1, 10_000))
    .option('--json', 'the answer as one JSON object')
    .action(async (scenario, options) => {
      const { runSolve } = await import('../questions/solve/command.ts');
      await runSolve(scenario, options);
    });

  program
    .command('explain')
    .description('Why is there no deal and what would open one? Where there is one: how firm is it, and what pays?')
    .argument('<scenario>', SCENARIO)
    .option('--stage <id>', 'positions at this stage instead of those of the file')
    .option('--without <redlines...>', 'what if these red lines were not there? each as party.redline')
    .option('--draft <ids...>', 'explain these drafts: who refuses, the fewest changes to a deal, exchanges that pay')
    .option('--nodes <n>', NODES, wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--all', 'show lists in full')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeNumber(1, 10_000))
    .option('--json', 'the answer as one JSON object')
    .action(async (scenario, options) => {
      const { runExplain } = await import('../questions/explain/command.ts');
      await runExplain(scenario, options);
    });

  program
    .command('frontier')
    .description('Which deals are efficient: no other is better for some party and worse for none?')
    .argument('<scenario>', SCENARIO)
    .option('--stage <id>', 'positions at this stage instead of those of the file')
    .option('--zone', 'only deals that the largest possible set of signers accepts')
    .option('--coalition <ids>', 'only deals that these parties sign, such as a,b,c')
    .option('--without <redlines...>', 'what if these red lines were not there? each as party.redline')
    .option(
      '--epsilon <much>',
      "every efficient deal has one shown that is at most so much worse for each party: of the party's range, such as " +
        '2%, or points, such as 3; 0 asks for all',
      tolerance,
      DEFAULT_TOLERANCE,
    )
    .option('--max-points <n>', 'most deals to give; what is then proven is said', wholeNumber(1, MOST_POINTS))
    .option(
      '--vectors <n>',
      'with --epsilon 0: most combinations of utilities to keep at a time; a spread where it needs more',
      wholeNumber(1, MOST_VECTORS),
      100_000,
    )
    .option('--all', 'show lists in full')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeNumber(1, 10_000))
    .option('--json', 'the answer as one JSON object')
    .action(async (scenario, options) => {
      const { runFrontier } = await import('../questions/frontier/command.ts');
      await runFrontier(scenario, options);
    });

  program
    .command('score')
    .description('What one deal is worth to each party, who would sign it, and whether another beats it.')
    .argument('<scenario>', SCENARIO)
    .option('--draft <id>', 'a draft of the scenario')
    .option('--deal <file>', 'a deal as YAML or JSON, - for standard input: issue: option; what it leaves out is open')
    .option('--stage <id>', 'positions at this stage instead of those of the file')
    .option('--without <redlines...>', 'what if these red lines were not there? each as party.redline')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeNumber(1, 10_000))
    .option('--json', 'the answer as one JSON object')
    .action(async (scenario, options) => {
      const { runScore } = await import('../questions/score/command.ts');
      await runScore(scenario, options);
    });

  program
    .command('power')
    .description('Whose signature decides under the consent rule, and how many deals does each party alone block?')
    .argument('<scenario>', SCENARIO)
    .option('--stage <id>', 'positions at this stage instead of those of the file')
    .option('--without <redlines...>', 'what if these red lines were not there? each as party.redline')
    .addOption(
      new Option('--memory <size>', 'for counts, such as 500MB or 1GB; one that needs more is bounded')
        .argParser(memorySize)
        .default(DEFAULT_MEMORY, '32MB'),
    )
    .option('--seed <text>', 'seed of the estimates, where a count is too large to be exact', '1')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeNumber(1, 10_000))
    .option('--json', 'the answer as one JSON object')
    .action(async (scenario, options) => {
      const { runPower } = await import('../questions/power/command.ts');
      await runPower(scenario, options);
    });

  program
    .command('sensitivity')
    .description('How much does the answer hang on each number, and what if all of them are uncertain?')
    .argument('<scenario>', SCENARIO)
    .option('--stage <id>', 'positions at this stage instead of those of the file')
    .option('--without <redlines...>', 'what if these red lines were not there? each as party.redline')
    .addOption(
      new Option('--solution <name>', 'whose deal is recommended').choices(SOLUTION_NAMES).default('nash' as const),
    )
    .option('--as-if <way>', 'where red lines alone leave no deal: the way out to suppose (A, B, ..., or none)')
    .option('--values', 'vary the value of every option too, not only weights and thresholds')
    .option('--count', 'count the zone for every change; takes long')
    .addOption(
      new Option('--memory <size>', 'with --count or --stages: for one count, such as 500MB or 1GB')
        .argParser(memorySize)
        .default(DEFAULT_MEMORY, '32MB'),
    )
    .addOption(
      new Option('--stages', 'compare all stages instead: zone, slack and best drafts along the dates').conflicts([
        'smaa',
        'stage',
      ]),
    )
    .option('--smaa', 'draw all numbers from their ranges and count what follows')
    .option('--draws <n>', 'with --smaa: how many times', wholeNumber(1, MOST_DRAWS), 10_000)
    .option('--simplex', 'with --smaa: weights from all that are possible instead of their ranges')
    .option('--seed <text>', 'seed of the draws and of estimated counts', '1')
    .option(
      '--threads <n>',
      'threads to work in, default: as many as the machine has; the answer is the same',
      wholeNumber(1, 256),
    )
    .option('--all', 'show lists in full')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeNumber(1, 10_000))
    .option('--json', 'the answer as one JSON object')
    .action(async (scenario, options) => {
      const { runSensitivity } = await import('../questions/sensitivity/command.ts');
      await runSensitivity(scenario, options);
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
    .addOption(new Option('--party', 'of a party file instead').conflicts('overlay'))
    .option('--overlay', 'of an overlay instead: changes that stand on a scenario')
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

function tolerance(text: string): Tolerance {
  const match = /^(\d+(?:\.\d*)?|\.\d+)\s?(%?)$/.exec(text);
  const amount = Number(match?.[1]);
  if (match === null || !Number.isFinite(amount) || (match[2] === '%' && amount > 100)) {
    throw new InvalidArgumentError(
      'Expected a share of the range, such as 2%, or points, 0 or more, such as 3 or 0.5.',
    );
  }
  return match[2] === '%' ? { measure: 'share', amount: amount / 100 } : { measure: 'points', amount };
}

function memorySize(text: string): number {
  const match = /^(\d{1,6})\s?(MB|GB)$/i.exec(text);
  const bytes = match === null ? 0 : Number(match[1]) * (match[2]!.toUpperCase() === 'GB' ? 1e9 : 1e6);
  if (bytes < 1e6 || bytes > MOST_MEMORY) {
    throw new InvalidArgumentError('Expected a size from 1MB to 16GB, such as 500MB or 1GB.');
  }
  return bytes;
}
