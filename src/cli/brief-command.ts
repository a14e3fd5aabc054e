/**
 * `winset brief`: a scenario's answer as one page to hand round, with the engine inside; or its words as Markdown, or its
 * plots alone.
 */
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileProblem } from '../compile/compile.ts';
import { numbersOf } from '../questions/choose.ts';
import { InputError } from '../questions/input-error.ts';
import type { OpenCase } from '../questions/question.ts';
import { oneSide } from '../scenario/edit/one-side.ts';
import { baseNameOf, briefOn, DRAWS_OF_A_PAGE } from './brief.ts';
import { crewFor } from './long-run.ts';
import { caseOf } from './open-case.ts';
import { openScenario } from './open-scenario.ts';
import type { PositionFlags } from '../questions/opened.ts';
import { editsFor } from '../questions/opened.ts';
import { remark } from './terminal.ts';

export interface BriefFlags extends PositionFlags {
  readonly out?: string | undefined;
  readonly for?: string | undefined;
  readonly draws?: number | undefined;
  /** False with --no-names. */
  readonly names: boolean;
  readonly markdown?: true | undefined;
  readonly svg?: string | undefined;
}

/** Writes what was asked for, on standard output where no file is named. @throws InputError, Interrupted */
export async function runBrief(argument: string, flags: BriefFlags): Promise<void> {
  const { out, svg, markdown, draws = DRAWS_OF_A_PAGE, names } = flags;
  if (out === undefined && svg === undefined && markdown !== true && process.stdout.isTTY) {
    throw new InputError(['error: the page goes into a file: add --out plan.html, or send it through a pipe']);
  }
  // A page takes minutes on a large scenario; where it cannot be written is said before.
  if (out !== undefined) writing(out, () => accessSync(dirname(out), constants.W_OK));
  const read = await openScenario(argument);
  const whole = caseOf(read, flags);
  const opened = flags.for === undefined ? whole : caseFor(whole, flags.for);
  const { title } = opened.scenario;
  const baseName = flags.for === undefined ? baseNameOf(argument, out, read.foreign) : null;
  const command = ['winset solve', argument, ...startWords(flags)].join(' ');
  const start = editsFor(flags.stage, opened);
  const { content, html } = await briefOn(
    opened,
    { command, start, draws, names, own: flags.for !== undefined, baseName },
    { patience: 'command', crewFor: (work) => crewFor(work, title) },
  );
  if (svg !== undefined) {
    const { figuresOf, svgText } = await import('../page/html.tsx');
    writing(svg, () => mkdirSync(svg, { recursive: true }));
    for (const figure of figuresOf(content)) write(join(svg, `${figure.name}.svg`), svgText(figure));
    if (out === undefined && markdown !== true) return;
  }
  const text = markdown === true ? (await import('../page/markdown.ts')).pageMarkdown(content) : await html();
  if (out === undefined) process.stdout.write(text);
  else write(out, text);
}

/** The case as one of its parties knows it. @throws InputError when there is no such party */
function caseFor(whole: OpenCase, id: string): OpenCase {
  const { file, assumptions, settings = [] } = whole;
  numbersOf('party', file.parties, [id]);
  const scenario = oneSide(whole.scenario, id);
  return {
    ...whole,
    file: oneSide(file, id),
    scenario,
    compiled: compileProblem(scenario),
    assumptions: assumptions.filter(({ party }) => party.id === id),
    settings: settings.filter(({ edit }) => 'party' in edit && edit.party === id),
  };
}

/** The words of the options that say what the page is about, as a command takes them. */
function startWords({ stage, without = [], set = [] }: PositionFlags): readonly string[] {
  return [
    ...(stage === undefined ? [] : ['--stage', stage]),
    ...(without.length === 0 ? [] : ['--without', ...without]),
    ...set.flatMap((assignment) => ['--set', assignment]),
  ];
}

function write(path: string, text: string): void {
  writing(path, () => writeFileSync(path, text));
  remark(`${path}: ${Math.ceil(Buffer.byteLength(text) / 1000)} kB`);
}

function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError([`error: ${path} cannot be written: ${why}`]);
  }
}
