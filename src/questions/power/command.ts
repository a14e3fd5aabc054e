/**
 * `winset power`: whose signature decides under the consent rule, and who alone blocks how many deals.
 */
import { BYTES_PER_STATE } from '../../engine/zone/count.ts';
import { powerDocument } from './document.ts';
import type { PowerCase } from './case.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { cut, oneLine } from '../../report/text/width.ts';
import { commandLine } from '../../cli/command-line.ts';
import { runLong } from '../../cli/long-run.ts';
import { openCase } from '../../cli/open-case.ts';
import { prepareInk, reportWidth } from '../../cli/terminal.ts';
import { jsonText } from '../../report/json-text.ts';

/** As parsed from the command line. */
export interface PowerFlags {
  readonly stage?: string | undefined;
  readonly without?: readonly string[] | undefined;
  /** Bytes for counts. */
  readonly memory: number;
  readonly seed: string;
  readonly width?: number | undefined;
  readonly json?: true | undefined;
}

/** Prints the answer on standard output and warnings on standard error. @throws InputError */
export async function runPower(argument: string, flags: PowerFlags): Promise<void> {
  const opened = await openCase(argument, flags, flags.seed);
  const { scenario, compiled } = opened;
  const budget = { states: Math.floor(flags.memory / BYTES_PER_STATE), seed: flags.seed };
  const answer = await runLong<'power'>(
    { kind: 'power', problem: compiled.problem, budget },
    {
      kind: 'power',
      title: `Counting for ${cut(oneLine(scenario.title), 40)}`,
      describe: (part) => part,
      stoppable: false,
    },
  );
  const of: PowerCase = { ...opened, answer };
  if (flags.json) process.stdout.write(jsonText(powerDocument(of)));
  else await print(of, argument, flags);
}

async function print(of: PowerCase, argument: string, flags: PowerFlags): Promise<void> {
  prepareInk();
  const [{ powerView }, { textSheet }] = await Promise.all([
    import('./view.ts'),
    import('../../report/text-sheet.tsx'),
  ]);
  const view = powerView(of, wholeFocus(of.scenario, true, commandLine(argument, flags, 'power')));
  process.stdout.write(textSheet(view, reportWidth(flags.width)));
}
