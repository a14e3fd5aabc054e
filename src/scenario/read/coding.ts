/**
 * Numbers that a file gives by a rule: the stance of a party toward an option in place of a value, and the share of an
 * issue in a theme in place of a weight. Read as the numbers they stand for, before anything else looks at them.
 */
import { z } from 'zod';
import type { Document } from './document.ts';
import type { Finding, Path } from '../finding.ts';
import {
  compare,
  divide,
  exactOf,
  fractionOf,
  add,
  multiply,
  readFraction,
  subtract,
  ZERO,
} from '../../exact/fraction.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { statedAs } from '../format/worth.ts';
import type { Block } from './parts.ts';
import { isBlock, partAt, partsAt, valueAt } from './parts.ts';
import { UNKNOWN } from '../format/unknown.ts';
import { marginsEntry, stancesEntry, themesEntry } from '../format/schema-coding.ts';
import type { Margin, Scenario } from '../scenario.ts';
import { unknownName } from '../suggest.ts';

/** The rules of a scenario; null where it has none, or none that can be read. */
export interface Coding {
  readonly stances: z.output<typeof stancesEntry> | null;
  readonly margins: z.output<typeof marginsEntry>;
  /** The group of each issue that has one. */
  readonly groups: ReadonlyMap<string, string>;
}

type Complain = (path: Path, message: string) => void;

const MOST_POINTS = fractionOf(100);
const grouped = z.object({ id: z.union([z.string(), z.number()]).transform(String), group: z.string() });

export function readCoding(data: unknown): Coding {
  return {
    stances: partAt(data, ['stances'], stancesEntry),
    margins: partAt(data, ['margins'], marginsEntry) ?? {},
    groups: new Map(partsAt(data, ['issues'], grouped).map(({ value: { id, group } }) => [id, group])),
  };
}

export function codingOf({ stances, margins = {}, issues }: Scenario): Coding {
  return {
    stances: stances ?? null,
    margins,
    groups: new Map(issues.flatMap(({ id, group }) => (group === undefined ? [] : [[id, group] as const]))),
  };
}

/** A whole scenario file: its inline parties and stages. */
export function decodeScenario(document: Document, findings: Finding[]): Document {
  const coding = readCoding(document.data);
  const complain = complaining(document, findings);
  return withData(document, (data) => {
    const parties = mapped(data['parties'], (party, id) => decodeParty(party, ['parties', id], coding, complain));
    const stages = valueAt(data, ['stages']);
    return {
      ...data,
      ...(parties !== undefined && { parties }),
      ...(Array.isArray(stages) && {
        stages: stages.map((stage: unknown, k) => decodeChanges(stage, ['stages', k], coding, complain)),
      }),
    };
  });
}

/** The file of one party. */
export function decodePartyFile(document: Document, coding: Coding, findings: Finding[]): Document {
  return withData(document, (data) => decodeParty(data, [], coding, complaining(document, findings)));
}

/** A stage's own file, or an overlay. */
export function decodeChangeFile(document: Document, coding: Coding, findings: Finding[]): Document {
  return withData(document, (data) => decodeChanges(data, [], coding, complaining(document, findings)));
}

function complaining(document: Document, findings: Finding[]): Complain {
  return (path, message) => findings.push(document.finding(path, message));
}

function withData(document: Document, change: (data: Block) => unknown): Document {
  return isBlock(document.data) ? { ...document, data: change(document.data) } : document;
}

function decodeParty(party: unknown, path: Path, coding: Coding, complain: Complain): unknown {
  if (!isBlock(party) || !isBlock(party['issues'])) return party;
  const weighed = weighedIssues(party, party['issues'], path, coding, complain);
  return { ...party, issues: decodeIssues(weighed, [...path, 'issues'], coding, complain) };
}

function decodeChanges(body: unknown, path: Path, coding: Coding, complain: Complain): unknown {
  if (!isBlock(body) || !isBlock(body['change'])) return body;
  const change = mapped(body['change'], (party, id) => {
    if (!isBlock(party) || !isBlock(party['issues'])) return party;
    const place = [...path, 'change', id, 'issues'];
    return { ...party, issues: decodeIssues(party['issues'], place, coding, complain) };
  });
  return { ...body, change };
}

function decodeIssues(issues: Block, path: Path, coding: Coding, complain: Complain): unknown {
  return mapped(issues, (entry, issue) => {
    if (!isBlock(entry) || !isBlock(entry['values'])) return entry;
    const values = mapped(entry['values'], (value, option) =>
      decodeValue(value, entry['confidence'], [...path, issue, 'values', option], coding, complain),
    );
    return { ...entry, values };
  });
}

/** A stance as the value it stands for; everything else as it is. */
function decodeValue(given: unknown, around: unknown, path: Path, coding: Coding, complain: Complain): unknown {
  const stance = isBlock(given) ? given['stance'] : given;
  if (typeof stance !== 'string' || (!isBlock(given) && readFraction(stance) !== null)) return given;
  const { stances, margins } = coding;
  const block: Block = isBlock(given) ? given : { stance };
  if (stances === null) {
    if (!isBlock(given)) return given;
    complain([...path, 'stance'], 'the scenario has no `stances` that say what a stance is worth; give a `value`');
    return { value: 0, ...block };
  }
  const worth = Object.hasOwn(stances, stance) ? stances[stance] : undefined;
  if (worth === undefined && given === UNKNOWN) return given;
  if (worth === undefined) {
    const known = Object.keys(stances);
    complain(isBlock(given) ? [...path, 'stance'] : path, unknownName('stance', stance, known));
    return { value: 0, ...block };
  }
  const value = block['value'] ?? worth.exact ?? worth.value;
  const exact = fractionIn(value);
  const margin = marginFor(margins.values, block['confidence'] ?? around);
  const bare = block['low'] === undefined && block['high'] === undefined;
  if (!bare || exact === null || margin === undefined) return { ...block, value };
  return { ...block, value, ...rangeOf(exact, exactOf(margin)) };
}

/** The number less and more the margin, inside 0 to 100; an end of the scale has none. */
function rangeOf(value: Fraction, margin: Fraction): Block {
  const isEnd = compare(value, ZERO) <= 0 || compare(value, MOST_POINTS) >= 0;
  if (isEnd) return {};
  const [low, high] = [subtract(value, margin), add(value, margin)];
  return {
    low: written(compare(low, ZERO) < 0 ? ZERO : low),
    high: written(compare(high, MOST_POINTS) > 0 ? MOST_POINTS : high),
  };
}

/**
 * The issues with the weights that their shares stand for: a theme's weight goes to its issues as their shares are to
 * each other. An issue with a weight of its own keeps that, and its share counts all the same.
 */
function weighedIssues(party: Block, issues: Block, path: Path, coding: Coding, complain: Complain): Block {
  const shares = Object.entries(issues).flatMap(([issue, entry]) => {
    const share = isBlock(entry) ? fractionIn(entry['share']) : null;
    return share === null ? [] : [{ issue, share, group: coding.groups.get(issue) }];
  });
  if (shares.length === 0 && party['themes'] === undefined) return issues;
  const themes = partAt(party, ['themes'], themesEntry) ?? {};
  for (const theme of Object.keys(themes)) {
    if (shares.some(({ group }) => group === theme)) continue;
    const known = [...new Set(coding.groups.values())];
    const message = known.includes(theme)
      ? 'no issue of this group has a share, so the weight of the theme goes to nobody'
      : unknownName('group of issues', theme, known);
    complain([...path, 'themes', theme], message);
  }
  return mapped(issues, (entry, issue) => {
    const own = shares.find((other) => other.issue === issue);
    if (own === undefined || !isBlock(entry) || entry['weight'] !== undefined) return entry;
    const theme = own.group === undefined || !Object.hasOwn(themes, own.group) ? undefined : themes[own.group];
    const all = shares.filter(({ group }) => group === own.group).reduce((sum, { share }) => add(sum, share), ZERO);
    if (theme === undefined || compare(all, ZERO) <= 0) {
      const reason = theme === undefined ? missingTheme(own.group) : 'all shares of its theme are 0';
      complain([...path, 'issues', issue, 'share'], reason);
      return { ...entry, weight: 0 };
    }
    const weight = divide(multiply(exactOf(theme), own.share), all);
    const margin = marginFor(coding.margins.weights, entry['confidence']);
    const value = written(weight);
    if (margin === undefined || compare(weight, ZERO) === 0) return { ...entry, weight: value };
    const reach = multiply(weight, exactOf(margin));
    const low = subtract(weight, reach);
    return {
      ...entry,
      weight: { value, low: written(compare(low, ZERO) < 0 ? ZERO : low), high: written(add(weight, reach)) },
    };
  });
}

function missingTheme(group: string | undefined): string {
  return group === undefined
    ? 'a share is one of a theme, and the issue has no `group`; give a `weight`'
    : `the party gives its themes no weight for the group '${group}' of this issue; add it to \`themes\``;
}

function marginFor(margins: Margin | undefined, confidence: unknown): Margin['stated'] {
  if (confidence !== 'stated' && confidence !== 'reported' && confidence !== 'inferred') return undefined;
  return margins?.[confidence];
}

function fractionIn(value: unknown): Fraction | null {
  if (isBlock(value)) return fractionIn(value['value']);
  if (typeof value === 'number') return Number.isFinite(value) ? fractionOf(value) : null;
  return typeof value === 'string' ? readFraction(value) : null;
}

/** As a file would have it: a number, or a text where no double is that. */
function written(number: Fraction): number | string {
  const { value, exact } = statedAs(number);
  return exact ?? value;
}

function mapped(block: Block, change: (value: unknown, key: string) => unknown): Block;
function mapped(block: unknown, change: (value: unknown, key: string) => unknown): Block | undefined;
function mapped(block: unknown, change: (value: unknown, key: string) => unknown): Block | undefined {
  if (!isBlock(block)) return undefined;
  return Object.fromEntries(Object.entries(block).map(([key, value]) => [key, change(value, key)]));
}
