/** Party colours of a scenario as the sixteen named colours of a terminal; anything else has no colour. */

const NAMED = new Set([
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
export function textColor(color: string | undefined): { readonly color?: string } {
  const name = color?.toLowerCase() === 'grey' ? 'gray' : color;
  return name !== undefined && NAMED.has(name) ? { color: name } : {};
}

/** What a party refuses. The word beside it says so too. */
export const REFUSED = { bold: true, color: 'red' } as const;
