/** All subsets of `members` with the given number of elements, in lexicographic order. */
export function subsetsOfSize(members: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return members.flatMap((member, index) =>
    subsetsOfSize(members.slice(index + 1), size - 1).map((others) => [member, ...others]),
  );
}
