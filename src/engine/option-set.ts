/**
 * A set of options of one issue, as ascending spans that neither touch nor overlap: half a million prices in a row are
 * one span. Plain data, so that problems can be handed to other threads.
 */
export type OptionSet = readonly Span[];

/** All options from `first` to `last`, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The set of the given options, in any order. */
export function optionSet(options: Iterable<number>): OptionSet {
  const ascending = [...new Set(options)].sort((a, b) => a - b);
  const spans: { first: number; last: number }[] = [];
  for (const option of ascending) {
    const open = spans.at(-1);
    if (open !== undefined && open.last === option - 1) open.last = option;
    else spans.push({ first: option, last: option });
  }
  return spans;
}

/** The set of all options of the spans, in any order; they may overlap. */
export function unionOf(spans: readonly Span[]): OptionSet {
  const united: { first: number; last: number }[] = [];
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const open = united.at(-1);
    if (open !== undefined && first <= open.last + 1) open.last = Math.max(open.last, last);
    else united.push({ first, last });
  }
  return united;
}

export function hasOption(set: OptionSet, option: number): boolean {
  let [from, to] = [0, set.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const { first, last } = set[middle]!;
    if (option < first) to = middle;
    else if (option > last) from = middle + 1;
    else return true;
  }
  return false;
}

/** By set, its membership among all options of its issue: regions of one problem ask for the same again and again. */
const KNOWN = new WeakMap<OptionSet, Uint8Array>();

/** Which of the options are in the set, as 1 or 0; the options ascend. The answer is shared. */
export function membership(set: OptionSet, options: readonly number[]): Uint8Array {
  if (options.at(-1) !== options.length - 1) return membersAmong(set, options);
  const known = KNOWN.get(set);
  if (known?.length === options.length) return known;
  const member = membersAmong(set, options);
  KNOWN.set(set, member);
  return member;
}

function membersAmong(set: OptionSet, options: readonly number[]): Uint8Array {
  const member = new Uint8Array(options.length);
  let span = 0;
  for (let place = 0; place < options.length && span < set.length; place++) {
    const option = options[place]!;
    while (span < set.length && set[span]!.last < option) span++;
    if (span < set.length && set[span]!.first <= option) member[place] = 1;
  }
  return member;
}

export function setSize(set: OptionSet): number {
  return set.reduce((size, { first, last }) => size + last - first + 1, 0);
}

/** The option at a place among those of the set, ascending from place 0. */
export function optionAt(set: OptionSet, place: number): number {
  let before = 0;
  for (const { first, last } of set) {
    if (place - before <= last - first) return first + place - before;
    before += last - first + 1;
  }
  throw new RangeError('the set has no option at this place');
}

/** The options one by one, ascending. */
export function* optionsOf(set: OptionSet): Generator<number> {
  for (const { first, last } of set) for (let option = first; option <= last; option++) yield option;
}

/** The options that both sets have. */
export function intersection(one: OptionSet, other: OptionSet): OptionSet {
  const common: Span[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [a, b] = [one[i]!, other[j]!];
    const [first, last] = [Math.max(a.first, b.first), Math.min(a.last, b.last)];
    if (first <= last) common.push({ first, last });
    if (a.last < b.last) i++;
    else j++;
  }
  return common;
}

/** The options of an issue with so many that the set does not have. */
export function complement(set: OptionSet, options: number): OptionSet {
  const others: Span[] = [];
  let next = 0;
  for (const { first, last } of set) {
    if (next < first) others.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  if (next < options) others.push({ first: next, last: options - 1 });
  return others;
}
