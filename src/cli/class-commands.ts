/** `winset class` and what belongs to it: before, during and after. What a command does is loaded when it runs. */
import type { Command } from '@commander-js/extra-typings';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';

const EXAMPLES = `
Examples:
  winset class new quarry-dispute --teams 8 --out tuesday       plan, code words, and sheets to print
  winset class new lease --roster people.csv --random --out lease-class
                                                                teams and roles drawn from a list of people
  winset class open tuesday --share                             code words on phones, a page for you
  winset class enter tuesday results.csv                        results from paper: team and options, or "no deal"
  winset class debrief tuesday --out debrief.html               a page for the projector, step by step
  winset class export tuesday --out tables                      teams, people and events as tables with a code book
`;

const FOLDER = 'folder of the class, as `winset class new` made it';

const MOST_TEAMS = 200;
const MOST_MINUTES = 600;

function wholeUpTo(most: number): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : 0;
    if (number < 1 || number > most) throw new InvalidArgumentError(`Expected a whole number from 1 to ${most}.`);
    return number;
  };
}

const USUAL_PORT = 8080;
const MOST_PORT = 65_535;

function wholePort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Infinity;
  if (port > MOST_PORT) throw new InvalidArgumentError(`Expected a whole number from 0 to ${MOST_PORT}.`);
  return port;
}

export function addClass(program: Command): void {
  const group = program
    .command('class')
    .description('Teaching with a scenario: hand out, negotiate, collect, debrief.')
    .exitOverride()
    .addHelpText('after', EXAMPLES);

  group
    .command('new')
    .description('Makes the folder of a class: a plan to edit, code words, and sheets to print.')
    .argument('<scenario>', 'folder or file, or the name of a shipped scenario')
    .requiredOption('--out <folder>', 'a new folder for the class')
    .option(
      '--teams <n>',
      'how many teams; with a list of people, as many as they fill if not said',
      wholeUpTo(MOST_TEAMS),
    )
    .option('--roster <file>', 'a list of people as CSV: name, and if wanted team and role; addresses are not read')
    .option('--random', 'draw who goes where, by the seed')
    .addOption(
      new Option('--leftovers <how>', 'people beyond full teams share a role, or watch')
        .choices(['double', 'observe'] as const)
        .default('double' as const),
    )
    .option(
      '--minutes <n>',
      'of negotiation; 40 if not said, or more where the case has later handouts',
      wholeUpTo(MOST_MINUTES),
    )
    .addOption(
      new Option('--talk <how>', 'they talk in the room, or write to each other on the pages')
        .choices(['face', 'text'] as const)
        .default('face' as const),
    )
    .addOption(new Option('--paper <size>', 'of the sheets').choices(['a4', 'letter'] as const).default('a4' as const))
    .option('--seed <text>', 'of the draw and of the code words; keep it to yourself')
    .action(async (scenario, options) => {
      const { runClassNew } = await import('./class-new.ts');
      await runClassNew(scenario, options);
    });

  group
    .command('open')
    .description('Serves a class from this machine: the room, the instructor’s page and one for the projector.')
    .argument('<class>', FOLDER)
    .option('--port <n>', 'the port, 8080 if not said; 0 takes any that is free', wholePort, USUAL_PORT)
    .option('--share', 'let other machines in the same network come in')
    .action(async (folder, options) => {
      const { runClassOpen } = await import('./class-open.ts');
      await runClassOpen(folder, options);
    });

  group
    .command('enter')
    .description('Enters results from paper, or corrects them: a table with team, and an option for each issue.')
    .argument('<class>', FOLDER)
    .argument('<results>', 'CSV: team, a column for each issue by its id (or deal: no deal), and if wanted minute')
    .action(async (folder, results) => {
      const { runClassEnter } = await import('./class-enter.ts');
      await runClassEnter(folder, results);
    });

  group
    .command('debrief')
    .description('What each team signed, what was left on the table, and each role across the teams.')
    .argument('<class>', FOLDER)
    .option(
      '--out <file>',
      'a page for the projector, such as debrief.html, whose steps are closed until they are opened',
    )
    .option('--names', 'with the names of people, where the class has any')
    .option('--stage <id>', 'judge all by the positions at this stage, not by those of the moment they signed')
    .option('--csv', 'comma-separated values, a row for each team and role')
    .option('--width <n>', 'columns of the report (60 to 160)', wholeUpTo(10_000))
    .addOption(new Option('--json', 'the answer as one JSON object').conflicts('csv'))
    .action(async (folder, options) => {
      const { runClassDebrief } = await import('./class-debrief.ts');
      await runClassDebrief(folder, options);
    });

  group
    .command('export')
    .description('Writes what happened as tables: a row for each team, person and event, with a code book.')
    .argument('<class>', FOLDER)
    .requiredOption('--out <folder>', 'a new folder for the tables')
    .option('--leave-out <team=reason...>', 'leave teams out from now on, each with a reason for the code book')
    .option('--take-in <teams...>', 'let teams count again that were left out')
    .action(async (folder, options) => {
      const { runClassExport } = await import('./class-export.ts');
      await runClassExport(folder, options);
    });
}
