/** All subsets of `members` with the given number of elements, in lexicographic order of their places, one at a time. */
export function* subsetsOfSize(members: readonly number[], size: number): Generator<readonly number[]> {
  if (size > members.length) return;
  const places = Array.from({ length: size }, (_, k) => k);
  for (;;) {
    yield places.map((place) => members[place]!);
    let last = size - 1;
    while (last >= 0 && places[last] === members.length - size + last) last--;
    if (last < 0) return;
    places[last]! += 1;
    for (let k = last + 1; k < size; k++) places[k] = places[k - 1]! + 1;
  }
}
