/**
 * `unknown` in place of a whole issue of a party, or of its values: read as the same word in place of every number, so
 * that everything after it knows single numbers only.
 */
import type { Document } from './document.ts';
import type { IssueNames, Names } from './names.ts';
import { isNumberLine, optionId, optionCount } from '../format/options.ts';
import { UNKNOWN } from '../format/unknown.ts';
import type { Block } from './parts.ts';
import { isBlock } from './parts.ts';

type Options = IssueNames['options'];

/** A scenario file with its inline parties and stages. */
export function expandScenario(document: Document, { issues }: Names): Document {
  if (issues === null) return document;
  return withData(document, (data) => ({
    ...data,
    ...onEach(data, 'parties', (party) => inIssues(party, issues)),
    ...(Array.isArray(data['stages']) && { stages: data['stages'].map((stage: unknown) => inChanges(stage, issues)) }),
  }));
}

/** The file of one party. */
export function expandPartyFile(document: Document, { issues }: Names): Document {
  return issues === null ? document : withData(document, (data) => inIssues(data, issues));
}

/** A stage's own file, or an overlay. */
export function expandChangeFile(document: Document, { issues }: Names): Document {
  return issues === null ? document : withData(document, (data) => inChanges(data, issues));
}

type Issues = ReadonlyMap<string, IssueNames>;

function inChanges(body: unknown, issues: Issues): unknown {
  return isBlock(body) ? { ...body, ...onEach(body, 'change', (party) => inIssues(party, issues)) } : body;
}

function inIssues(party: unknown, issues: Issues): unknown {
  if (!isBlock(party)) return party;
  const isSheet = Object.values(isBlock(party['issues']) ? party['issues'] : {}).some(
    (entry) => isBlock(entry) && ('scores' in entry || 'score' in entry),
  );
  return {
    ...party,
    ...onEach(party, 'issues', (entry, issue) => {
      const options = issues.get(issue)?.options ?? null;
      return isSheet ? expandedScores(entry, options) : expanded(entry, options);
    }),
  };
}

/** The same of an issue of a score sheet, where all that is not known is points. */
function expandedScores(entry: unknown, options: Options): unknown {
  if (options === null) return entry;
  if (entry === UNKNOWN) return expandedScores({ scores: UNKNOWN }, options);
  if (!isBlock(entry) || (entry['scores'] !== UNKNOWN && entry['score'] !== UNKNOWN)) return entry;
  const { scores, score, ...rest } = entry;
  if (score === undefined && !isNumberLine(options)) return { ...rest, scores: unknownFrom(options, 0) };
  const named = scores === UNKNOWN ? unknownNamed(options) : scores;
  return {
    ...rest,
    score: score === UNKNOWN || score === undefined ? unknownCurve(options) : score,
    ...(isBlock(named) && Object.keys(named).length === 0 ? {} : { scores: named }),
  };
}

/** Options that cannot be read are complained of where they stand. */
function expanded(entry: unknown, options: Options): unknown {
  if (options === null) return entry;
  if (entry === UNKNOWN) return { weight: UNKNOWN, ...allUnknown(options) };
  if (!isBlock(entry) || (entry['values'] !== UNKNOWN && entry['value'] !== UNKNOWN)) return entry;
  const { values, value, ...rest } = entry;
  if (value === undefined) return { ...rest, ...allUnknown(options) };
  const curve = value === UNKNOWN ? { value: unknownCurve(options) } : { value };
  return { ...rest, ...curve, ...(values === UNKNOWN ? { values: unknownNamed(options) } : { values }) };
}

/** By option; of a number line by its two ends, and by named option. */
function allUnknown(options: NonNullable<Options>): Block {
  if (!isNumberLine(options)) return { values: unknownFrom(options, 0) };
  return {
    value: unknownCurve(options),
    ...(options.named.length > 0 && { values: unknownNamed(options) }),
  };
}

/** A line between two numbers; an issue without numbers keeps the word, which is then complained of. */
function unknownCurve(options: NonNullable<Options>): unknown {
  const { range } = options;
  if (range === null) return UNKNOWN;
  return { [optionId(options, 0)]: UNKNOWN, [optionId(options, range.count - 1)]: UNKNOWN };
}

function unknownNamed(options: NonNullable<Options>): Block {
  return unknownFrom(options, options.range?.count ?? 0);
}

function unknownFrom(options: NonNullable<Options>, first: number): Block {
  const count = optionCount(options) - first;
  return Object.fromEntries(Array.from({ length: count }, (_, k) => [optionId(options, first + k), UNKNOWN]));
}

function onEach(block: Block, key: string, change: (value: unknown, key: string) => unknown): Block {
  const inner = block[key];
  if (!isBlock(inner)) return {};
  return { [key]: Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, change(value, name)])) };
}

function withData(document: Document, change: (data: Block) => unknown): Document {
  return isBlock(document.data) ? { ...document, data: change(document.data) } : document;
}
