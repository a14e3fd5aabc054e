/** Makes a failing scenario file smaller for as long as it fails in the same way: what is left shows what is wrong. */
import type { Entries } from './random-scenario.ts';
import type { Data } from './read.ts';

/** `fails`: whether such a file still fails; asked at most `tries` times. */
export async function shrink(
  data: Entries,
  fails: (smaller: Entries) => Promise<boolean>,
  tries: number,
): Promise<Entries> {
  let [smallest, left] = [data, tries];
  for (let shrunk = true; shrunk && left > 0;) {
    shrunk = false;
    for (const path of pathsOf(smallest)) {
      if (left-- <= 0) break;
      const smaller = without(smallest, path);
      if (smaller === null || !(await fails(smaller))) continue;
      smallest = smaller;
      shrunk = true;
      break;
    }
  }
  return smallest;
}

type Path = readonly (string | number)[];

/** The place of every entry, the ones that hold most first. */
function pathsOf(data: Data, at: Path = []): Path[] {
  if (typeof data === 'string') return [];
  const inside = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  const deeper = inside.flatMap(([key, value]: [string | number, Data]) => pathsOf(value, [...at, key]));
  return [...inside.map(([key]) => [...at, key]), ...deeper].sort((a, b) => a.length - b.length);
}

function without(data: Entries, path: Path): Entries | null {
  const copy: Entries = structuredClone(data);
  let holder: unknown = copy;
  for (const key of path.slice(0, -1)) holder = Reflect.get(Object(holder), key);
  const last = path.at(-1);
  if (last === undefined) return null;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(Object(holder), last);
  return copy;
}
