/** Every order of these distinct numbers, the given one first; the last ones change places first. */
export function permutations(of: readonly number[]): readonly (readonly number[])[] {
  if (of.length <= 1) return [of];
  return of.flatMap((head) => permutations(of.filter((other) => other !== head)).map((rest) => [head, ...rest]));
}
