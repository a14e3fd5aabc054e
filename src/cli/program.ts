/**
 * The commands of winset, their options and their help: one for each question of the table, and the others. What a
 * command does is loaded when it runs.
 */
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { addClass } from './class-commands.ts';
import { TEMPLATES } from '../making/template-names.ts';
import { HEADLINE, packageVersion } from './package.ts';

const EXAMPLES = `Is there a deal every side would sign, and what would make one?

Examples:
  winset                                          open the headline scenario, full screen
  winset new my-talks                             make your own, question by question
  winset open my.yaml                             turn weights and watch the zone move
  winset solve scenarios/ukraine-2025             solve a scenario folder
  winset solve ukraine-2025 --stage berlin        with the positions of a later stage
  winset solve ukraine-2025 --without russia.all-donbas
                                                  what if this red line is a bargaining position?
  winset explain ukraine-2025 --draft us28        why not, and what would have to change?
  winset frontier ukraine-2025 --epsilon 10%      deals that no other beats, a spread of them
  winset compare ukraine-2025 @berlin mine.yaml   a later date and a reading beside it: which conclusions hold?
  winset score my.yaml --deal deal.json           who would sign this deal?
  winset show ukraine-2025 russia.force-cap       what a position says, why, and how it changed
  winset solve my.yaml --json | jq .zone          the answer as data
  winset import scores.xlsx --out game            a spreadsheet, or another program's file
  winset list                                     scenarios that come with winset
  cat my.yaml | winset check -                    is the file sound?
  winset schema > scenario.schema.json            for the completion of an editor
  winset class new quarry-dispute --teams 8 --out tuesday
                                                  a class: sheets to print, code words, a plan
  winset play lease --as bakery                   practise alone, against the program
  winset mcp ukraine-2025                         tools for an assistant
`;

const MCP_EXAMPLES = `
The server reads messages on standard input and answers on standard output until standard input is closed. An assistant
starts it by itself; where it keeps a list of servers in JSON, this is the entry:
  "winset": { "command": "winset", "args": ["mcp"] }

Examples:
  winset mcp                              every call names a scenario
  winset mcp ukraine-2025                 calls are about this one unless they name another
  winset mcp talks/scenario.yaml --as us  for one side: the numbers of the others stay out of every answer
`;

const SCENARIO = 'folder or file, - for standard input, or the name of a shipped scenario';

const IMPORT_HELP = `
Genius, GeniusWeb and NegMAS scenarios, LLM-Deliberation games, GMCR+ models and score sheets (CSV, XLSX) are recognised
by their content.
Every other command takes them as they are, too: winset solve sheet.xlsx

Examples:
  winset import laptop/ --out my-laptop           a folder with a domain and its profiles
  winset import domain.xml seller.xml buyer.xml --out deal
  winset import scores.xlsx --out game            a table of points, or a sheet for each party
  winset import scores.csv > game.yaml            one file with everything in it
`;

const EXPORT_HELP = `
Examples:
  winset export my.yaml --to xlsx --out scores.xlsx
  winset export my.yaml --to genius --out genius-files
  winset export ukraine-2025 --stage berlin --to csv > scores.csv
  winset export lease --to tables --out lease     zone, frontier, sessions and draws for Python or R
`;

const NEW_EXAMPLES = `
Every answer is written down at once as files that \`winset check\` finds sound. What nobody has said is unknown, and the
answer says what follows whatever it is.

Examples:
  winset new                                      asks what it is about, and makes a folder of that name
  winset new rent                                 the same in the folder rent; again: goes on where it stopped
  winset new sale --template two-party            files for an editor; also multi-party and treaty
  winset new game --from scores.csv               begins with a table of points
`;

const ELICIT_EXAMPLES = `
The questions are those of \`winset new\`. Every answer is written down at once, with the range it is meant in; leave
whenever you like, and the same command goes on. The scenario itself stays as it is.

Examples:
  winset elicit lease --party bakery              writes lease-bakery.yaml
  winset elicit talks --party us --by "M. Reed" --out reed.yaml
  winset compare talks reed.yaml                  what differs, and what follows
`;

const PLAY_EXAMPLES = `
You see your own numbers and nobody else's until the end; then the deal is debriefed. The same keys with the same options
and seed give the same play.

Examples:
  winset play lease                               who can be played
  winset play lease --as bakery                   arrows set a text, p proposes it, a accepts another's
  winset play harbour-licence --as operator --strategy conceder,union=hardliner --rounds 10
`;

const WHAT_HAPPENS = `
The answer goes to standard output, warnings to standard error.
Exit status: 0 done (no deal is an answer too), 1 fault of the program, 2 bad input or usage, 130 ended by ctrl-c.
`;

/** Commands that start sooner without the table of questions, whose options they neither have nor show. */
const ALONE: ReadonlySet<string | undefined> = new Set([
  'open',
  'check',
  'list',
  'mcp',
  'brief',
  'new',
  'elicit',
  'class',
  'play',
]);

const BRIEF_EXAMPLES = `
Examples:
  winset brief ukraine-2025 --out plan.html       a page for the desk, the phone or the printer
  winset brief my.yaml --stage spring --out spring.html
  winset brief my.yaml --for council --out council.html
  winset brief my.yaml --markdown > plan.md       the words for a paper of your own
  winset brief my.yaml --svg plots                the plots alone
`;

const MOST_DRAWS = 100_000;

function wholeDraws(text: string): number {
  const draws = /^\d+$/.test(text) ? Number(text) : Infinity;
  if (draws > MOST_DRAWS) throw new InvalidArgumentError(`Expected a whole number from 0 to ${MOST_DRAWS}.`);
  return draws;
}

const MOST_ROUNDS = 10_000;

function wholeRounds(text: string): number {
  const rounds = /^\d+$/.test(text) ? Number(text) : 0;
  if (rounds < 1 || rounds > MOST_ROUNDS)
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_ROUNDS}.`);
  return rounds;
}

function collected(value: string, before: string[]): string[] {
  return [...before, value];
}

/** Parses and runs; usage errors are thrown as CommanderError after their message is written to standard error. */
export async function runProgram(words: readonly string[]): Promise<void> {
  const table = ALONE.has(words[0]) ? null : await import('./question-commands.ts');
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
    .option(
      '--set <path=value>',
      'begin with this number, such as party.issue.weight=8 or party.reservation=50; can be repeated',
      collected,
      [],
    )
    .option('--ascii', 'draw with plain letters, for terminals without line drawing characters')
    .action(async (scenario, options) => {
      const { runOpen } = await import('./open-command.ts');
      await runOpen(scenario, options);
    });

  program
    .command('new')
    .description('Makes a scenario of your own, question by question; leave and go on whenever you like.')
    .argument('[folder]', 'a new folder, or one in which this was begun; without it, named after the negotiation')
    .addOption(
      new Option('--template <kind>', 'no questions: files to fill in with an editor')
        .choices(TEMPLATES)
        .conflicts('from'),
    )
    .option(
      '--from <table>',
      'begin with a table of points (CSV or XLSX); in a terminal, what it leaves open is asked for',
    )
    .option('--ascii', 'draw with plain letters, for terminals without line drawing characters')
    .addHelpText('after', NEW_EXAMPLES)
    .action(async (folder, options) => {
      const { runNew } = await import('./new-command.ts');
      await runNew(folder, options);
    });

  program
    .command('elicit')
    .description('Asks one party of a scenario what it wants; its answers become an overlay on the scenario.')
    .argument('<scenario>', 'folder or file, or the name of a shipped scenario')
    .requiredOption('--party <id>', 'who is asked')
    .option('--out <file>', 'the overlay; without it, named after the scenario and the party')
    .option('--by <who>', 'who answers for the party, as the overlay says it; without it, the party itself')
    .option('--date <day>', 'the day of the answers, such as 2025-11-28; without it, today')
    .option('--ascii', 'draw with plain letters, for terminals without line drawing characters')
    .addHelpText('after', ELICIT_EXAMPLES)
    .action(async (scenario, options) => {
      const { runElicit } = await import('./elicit-command.ts');
      await runElicit(scenario, options);
    });

  table?.addQuestions(program, SCENARIO);

  program
    .command('import')
    .description('Makes a scenario of a file or folder of another program, and says what became of it.')
    .argument('<paths...>', 'a file, a folder, or several files that belong together')
    .option('--out <folder>', 'a new folder for the scenario; without it, one file goes to standard output')
    .addHelpText('after', IMPORT_HELP)
    .action(async (paths, options) => {
      const { runImport } = await import('./import-command.ts');
      await runImport(paths, options);
    });

  program
    .command('export')
    .description('Writes a scenario in the format of another program, and says what it has no place for.')
    .argument('<scenario>', SCENARIO)
    .addOption(new Option('--to <format>', 'the format').choices(table?.WRITTEN_FORMATS ?? []).makeOptionMandatory())
    .option('--out <path>', 'a file or folder, as the format has it; without it, text goes to standard output')
    .option('--stage <id>', 'with the positions at this stage')
    .option('--force', 'write over what exists')
    .addHelpText('after', EXPORT_HELP)
    .action(async (scenario, options) => {
      const { runExport } = await import('./export-command.ts');
      await runExport(scenario, options);
    });

  program
    .command('brief')
    .description('Writes the answer as one page to hand round, with the engine inside: it opens anywhere, offline.')
    .argument('<scenario>', SCENARIO)
    .option('--out <file>', 'the page, such as plan.html; without it, it goes to standard output')
    .option('--stage <id>', 'with the positions at this stage')
    .option('--without <redlines...>', 'without these red lines, each as party.redline')
    .option('--set <path=value>', 'with this number, as in the other commands; can be repeated', collected, [])
    .option('--for <party>', "a party's own briefing: its numbers alone, what the others want left open")
    .option('--no-names', 'leave out reasons and sources, which may tell where a number is from')
    .option('--draws <n>', 'how often all numbers are drawn at once, 1000 if not said; 0 leaves that out', wholeDraws)
    .option('--markdown', 'the words as Markdown instead of a page')
    .option('--svg <folder>', 'write the plots, each as a file, into this folder')
    .addHelpText('after', BRIEF_EXAMPLES)
    .action(async (scenario, options) => {
      const { runBrief } = await import('./brief-command.ts');
      await runBrief(scenario, options);
    });

  addClass(program);

  program
    .command('play')
    .description('Practise alone: you negotiate for one party in the terminal, the program plays the others.')
    .argument('<scenario>', 'folder or file, or the name of a shipped scenario')
    .option('--as <party>', 'whom you play; without it, the parties are listed')
    .option('--strategy <names>', 'of all others, or of some: linear,union=hardliner', collected, [])
    .option('--rounds <n>', 'texts that you can propose; as the scenario says of bargaining, else 20', wholeRounds)
    .option('--seed <text>', 'of what the others draw', '1')
    .option('--stage <id>', 'with the positions at this stage')
    .option('--ascii', 'draw with plain letters, for terminals without line drawing characters')
    .addHelpText('after', PLAY_EXAMPLES)
    .action(async (scenario, options) => {
      const { runPlay } = await import('./play-command.ts');
      await runPlay(scenario, options);
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
    .command('list')
    .description('The scenarios that come with winset.')
    .action(async () => {
      const { runList } = await import('./list-command.ts');
      runList();
    });

  program
    .command('mcp')
    .description('Offers the questions as tools to an assistant or another program (Model Context Protocol).')
    .argument('[scenario]', 'the scenario that calls are about unless they name one: folder, file or shipped name')
    .option('--as <party>', 'speak for this party: nothing of what the others want is told')
    .addHelpText('after', MCP_EXAMPLES)
    .action(async (scenario, options) => {
      const { runMcp } = await import('./mcp-command.ts');
      await runMcp(scenario, options);
    });

  program
    .command('schema')
    .description('Prints the JSON Schema of a scenario file.')
    .addOption(new Option('--party', 'of a party file instead').conflicts(['stage', 'overlay', 'answer']))
    .addOption(new Option('--stage', 'of a stage file instead').conflicts(['overlay', 'answer']))
    .addOption(new Option('--overlay', 'of an overlay instead: changes that stand on a scenario').conflicts('answer'))
    .addOption(
      new Option('--answer <question>', 'of what a question answers with --json').choices([
        ...(table?.QUESTION_IDS ?? []),
        'debrief',
      ]),
    )
    .action(async (options) => {
      const { runSchema } = await import('./schema-command.ts');
      await runSchema(options);
    });

  await program.parseAsync(words, { from: 'user' });
}
