/** Signs of our own texts in ASCII, one column for one column. Letters of names stay: they are the scenario's. */

const ASCII_FOR: ReadonlyMap<string, string> = new Map([
  ['…', '~'],
  ['×', 'x'],
  ['·', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['→', '>'],
  ['←', '<'],
  ['↑', '^'],
  ['↓', 'v'],
  ['›', '>'],
  ['‹', '<'],
  ['●', 'O'],
  ['○', 'o'],
  ['◆', '*'],
  ['≥', '>'],
  ['≤', '<'],
  ['±', '~'],
  ['█', '#'],
  ['▓', 'x'],
  ['▒', ':'],
  ['░', '.'],
  ['│', '|'],
  ['─', '-'],
  ['✓', 'y'],
  ['✗', 'n'],
]);

const SIGNS = new RegExp(`[${[...ASCII_FOR.keys()].join('')}]`, 'gu');

export function asciiText(text: string): string {
  return text.replace(SIGNS, (sign) => ASCII_FOR.get(sign) ?? sign);
}
