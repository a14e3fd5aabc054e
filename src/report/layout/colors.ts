/** Party colours of a scenario as the sixteen named colours of a terminal; anything else has no colour. */
import type { ForegroundColorName } from 'chalk';

const NAMED: ReadonlySet<string> = new Set<ForegroundColorName>([
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'gray',
  'redBright',
  'greenBright',
  'yellowBright',
  'blueBright',
  'magentaBright',
  'cyanBright',
  'whiteBright',
]);

/** Props of a text; colour never carries meaning alone. */
export function textColor(color: string | undefined): { readonly color?: ForegroundColorName } {
  const name = color?.toLowerCase() === 'grey' ? 'gray' : color;
  return name !== undefined && isNamed(name) ? { color: name } : {};
}

function isNamed(name: string): name is ForegroundColorName {
  return NAMED.has(name);
}

/** What a party refuses. The word beside it says so too. */
export const REFUSED = { bold: true, color: 'red' } as const;
