/** A question of the table as a tool: the same options, the same document, and the beginning of the same report. */
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { commandLine } from '../questions/command-line.ts';
import { position } from '../questions/common.ts';
import { openedCase, splitStage } from '../questions/opened.ts';
import { readOptions, wordsOf } from '../questions/option.ts';
import type { Given } from '../questions/option.ts';
import type { Question } from '../questions/question.ts';
import { oneLine } from '../report/text/width.ts';
import { aboutOptions, openAbout } from './about.ts';
import { inArguments, readArguments } from './arguments.ts';
import { inputSchema, outputSchema } from './schemas.ts';
import type { Surroundings } from './surroundings.ts';
import type { Call, Told, Tool } from './tool.ts';

/** Tools whose argument is a deal are called by what they do with it. */
const NAMES: Readonly<Record<string, string>> = { score: 'score_deal' };

const positions = z.object(position);

const COLUMNS = 100;

/** Characters of a report that stand beside the data. */
const SHORT = 3500;

export function questionTool(question: Question, around: Surroundings): Tool {
  const own = Object.entries(question.options.shape).filter(([, option]) => wordsOf(option).shapes !== true);
  const shape: z.ZodRawShape = { ...aboutOptions(around), ...Object.fromEntries(own) };
  const needed = own.filter(([, option]) => wordsOf(option).argument === true).map(([name]) => name);
  const call = async (given: Given, { crewFor }: Call): Promise<Told> => {
    const { scenario: _, text: __, ...asked } = readArguments(shape, given, needed);
    question.check(asked);
    const { name, sound } = await openAbout(given, around);
    const flags = readOptions(positions, Object.fromEntries(Object.keys(position).map((key) => [key, asked[key]])));
    const opened = openedCase(sound, flags, around.version);
    const { title } = opened.scenario;
    const answered = await question.ask(opened, asked, {
      patience: 'command',
      crewFor: (work) => crewFor({ ...work, doing: `${work.doing} ${oneLine(title)}` }),
      open: async (argument) => {
        const other = splitStage(argument, around.exists);
        const { sound: beside } = await openAbout({ scenario: other.name }, around);
        return openedCase(beside, { stage: other.stage }, around.version);
      },
    });
    const command = commandLine(name, question, plainly(asked));
    const report = await answered.text({ width: COLUMNS, all: false, command });
    return { document: await answered.document(), text: beginning(stripVTControlCharacters(report)) };
  };
  return {
    name: NAMES[question.id] ?? question.id,
    title: question.id,
    description: question.sentence,
    input: inputSchema(shape, needed),
    output: async () => outputSchema(await question.schema()),
    call: (given, calling) => inArguments(shape, () => call(given, calling)),
  };
}

/** What is no text on a command line as a name for it. */
function plainly(given: Given): Given {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const isBlock = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [name, isBlock ? `${name}.json` : value];
    }),
  );
}

/** What stands before the first title of a report, and the sections after it that are not too long together. */
function beginning(report: string): string {
  const [first = '', ...others] = report
    .trimEnd()
    .replaceAll(/─{4,}/g, '───')
    .split(/\n\n(?=[^\n]* ───$)/m);
  let text = first;
  for (const section of others.filter((each) => !each.startsWith('About this report'))) {
    if (text.length + section.length > SHORT) return `${text}\n\n(The structured content has the whole answer.)`;
    text += `\n\n${section}`;
  }
  return text;
}
