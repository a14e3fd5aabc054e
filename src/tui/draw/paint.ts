/**
 * A line as text with the codes of a terminal. Only the sixteen named colours, so that the person's own theme decides
 * how they look; never yellow or white of our own, which vanish on light backgrounds. Where colours are off (NO_COLOR, a
 * plain terminal) there are no codes at all: every meaning must stand in the text as well, the cursor as `›`.
 *
 * chalk reads the environment when this file is loaded, so load it after `prepareColors`.
 */
import chalk, { type ChalkInstance, foregroundColorNames } from 'chalk';
import { textColor } from '../../report/layout/colors.ts';
import type { Line, Span, Tone } from './line.ts';

/** What stays when a party's colour takes the place of the tone's. */
const WEIGHT: Readonly<Record<Tone, ChalkInstance>> = {
  plain: chalk,
  dim: chalk.dim,
  strong: chalk.bold,
  title: chalk.bold,
  cursor: chalk.inverse,
  good: chalk,
  bad: chalk.bold,
  warn: chalk,
  accent: chalk,
};

const OWN: Readonly<Record<Tone, ChalkInstance>> = {
  ...WEIGHT,
  good: chalk.green,
  bad: chalk.bold.red,
  warn: chalk.magenta,
  accent: chalk.cyan,
};

/** A screen that forgot to make a name safe must not let it steer the terminal. */
const CONTROL = /\p{Cc}/gu;

/** The line with its styles; as wide as the line. Control characters become `?`. */
export function paint(line: Line): string {
  return line.map((span) => styleOf(span)(span.text.replace(CONTROL, '?'))).join('');
}

function styleOf({ tone, color }: Span): ChalkInstance {
  const wanted = textColor(color).color;
  const name = foregroundColorNames.find((known) => known === wanted);
  return name === undefined ? OWN[tone] : WEIGHT[tone][name];
}
