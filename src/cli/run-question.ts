/** A question asked on the command line: its answer on standard output. */
import { z } from 'zod';
import { commandLine } from '../questions/command-line.ts';
import { all, json, position, width } from '../questions/common.ts';
import { InputError } from '../questions/input-error.ts';
import { readOptions } from '../questions/option.ts';
import type { Given } from '../questions/option.ts';
import type { Question } from '../questions/question.ts';
import { jsonText } from '../report/json-text.ts';
import { crewFor } from './long-run.ts';
import { openBeside, openCase } from './open-case.ts';
import { prepareColors, remark, reportWidth } from './terminal.ts';

const shared = z.object({ ...position, all, width, json });

/**
 * Prints the answer on standard output; warnings, and what the text has no place for, on standard error.
 * @throws InputError, Interrupted
 */
export async function runQuestion(question: Question, argument: string, given: Given): Promise<void> {
  question.check(given);
  if (argument === '-' && given['deal'] === '-') {
    throw new InputError([
      'error: the scenario and the deal cannot both be on standard input; give one of them as a file',
    ]);
  }
  const flags = readOptions(shared, given);
  const opened = await openCase(argument, flags);
  const { title } = opened.scenario;
  const answered = await question.ask(opened, given, {
    patience: 'command',
    crewFor: (work) => crewFor(work, title),
    open: openBeside,
  });
  if (flags.json === true) {
    process.stdout.write(jsonText(await answered.document()));
    return;
  }
  for (const sentence of await answered.aside()) remark(sentence);
  prepareColors();
  const command = commandLine(argument, question, given);
  process.stdout.write(await answered.text({ width: reportWidth(flags.width), all: flags.all === true, command }));
}
