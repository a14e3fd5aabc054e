/** Words at the beginning of a sentence or a title; it imports nothing, so that whoever needs no more loads no more. */

/** The text with a capital first letter. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
