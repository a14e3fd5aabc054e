/**
 * Files of the Genius platform (Lin, Kraus, Baarslag, Tykhonov, Hindriks, Jonker 2014): a domain, and a profile for each
 * party. Which files of a folder are what, and the issues that a file lists.
 */
import type { Fraction } from '../../exact/fraction.ts';
import { readFraction } from '../../exact/fraction.ts';
import { quote } from '../../scenario/suggest.ts';
import type { Place } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import type { SourceEntry } from '../source.ts';
import type { Element } from '../xml.ts';
import { readXml } from '../xml.ts';
import { isGenius } from './recognise.ts';

export interface GeniusFile {
  readonly file: string;
  /** Of the file, without folder and ending. */
  readonly name: string;
  readonly encoding: string;
  /** A template has weights and no evaluation. */
  readonly kind: 'domain' | 'profile' | 'template';
  /** What the file calls the negotiation; empty where it has only "root". */
  readonly title: string;
  readonly space: Element;
  readonly issues: readonly GeniusIssue[];
  /** By the number of the issue. */
  readonly weights: ReadonlyMap<string, { readonly weight: Fraction; readonly at: Place }>;
}

export interface GeniusIssue {
  readonly element: Element;
  readonly at: Place;
  readonly index: string;
  readonly name: string;
  readonly type: 'discrete' | 'integer' | 'real';
  /** Of a discrete issue, its options by name, in the order of the file. */
  readonly items: ReadonlyMap<string, Element>;
  /** Names that two of its options have. */
  readonly doubled: readonly string[];
  /** Of an issue with numbers. */
  readonly bounds: readonly [Fraction, Fraction] | null;
}

/** A file that is neither domain nor profile is null. @throws Refusal where it is one and cannot be read */
export function readGenius(entry: SourceEntry): GeniusFile | null {
  const { file, name } = entry;
  const { root, encoding } = readXml(entry.bytes(), file);
  const space = root.name === 'utility_space' ? root : childOf(root, 'utility_space');
  if (space === null) return null;
  refuseNonlinear(space);
  const tree = childOf(space, 'objective');
  if (tree === null) return null;
  const issues = withinObjectives(tree, 'issue').map(readIssue);
  const weights = withinObjectives(tree, 'weight');
  const isEmpty = !issues.some(isEvaluated);
  const kind =
    root.name !== 'utility_space' || (isEmpty && weights.length === 0) ? 'domain' : isEmpty ? 'template' : 'profile';
  const title = tree.attributes['name']?.trim() ?? '';
  return {
    file,
    name: (name.split('/').at(-1) ?? name).replace(/\.xml$/i, ''),
    encoding,
    kind,
    title: /^(root|any|)$/i.test(title) ? '' : title,
    space,
    issues,
    weights: new Map(
      weights.map((weight) => [attribute(weight, 'index'), { weight: numberIn(weight, 'value'), at: weight.at }]),
    ),
  };
}

/** Objectives may stand within each other; the order is that of the file. */
function withinObjectives(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'objective' ? withinObjectives(child, name) : [];
  });
}

function refuseNonlinear(space: Element): void {
  const other = space.children.find(({ name }) => /^(ufun|utility_function|rep|rules)$/i.test(name));
  const type = space.attributes['type'] ?? '';
  if (other === undefined && !/nonlinear|constraint/i.test(type)) return;
  refuse(
    (other ?? space).at,
    'is a profile that is no weighted sum over issues (hyper-rectangles or constraints); only weighted sums are read',
  );
}

function isEvaluated({ element, items }: GeniusIssue): boolean {
  return childOf(element, 'evaluator') !== null || [...items.values()].some((item) => evaluationText(item) !== null);
}

/** Null where there is none, which Genius writes as "null" too. */
export function evaluationText({ attributes }: Element): string | null {
  const text = attributes['evaluation']?.trim() ?? '';
  return text === '' || text === 'null' ? null : text;
}

function readIssue(element: Element): GeniusIssue {
  const { attributes, at } = element;
  const type = typeOf(element);
  const name = (attributes['name'] ?? '').trim();
  const index = attributes['index'] ?? '';
  const items = new Map<string, Element>();
  const doubled: string[] = [];
  for (const item of type === 'discrete' ? element.children.filter((child) => child.name === 'item') : []) {
    const value = attribute(item, 'value').trim();
    // As Genius does: of options with one name the last counts.
    if (items.has(value)) doubled.push(value);
    items.set(value, item);
  }
  return {
    element,
    at,
    index,
    name,
    type,
    items,
    doubled,
    bounds: type === 'discrete' ? null : boundsOf(element, type),
  };
}

function typeOf({ attributes, at, children }: Element): GeniusIssue['type'] {
  const given = (attributes['type'] ?? attributes['vtype'] ?? attributes['etype'] ?? 'discrete').toLowerCase();
  if (given === 'discrete' || given === 'integer' || given === 'real') return given;
  if (children.some(({ name }) => name === 'item')) return 'discrete';
  return refuse(at, `has issues of type ${quote(given)}; discrete, integer and real ones are read`);
}

/** On the issue itself, or in a `range` within it. */
function boundsOf(element: Element, type: string): readonly [Fraction, Fraction] {
  const range = childOf(element, 'range') ?? element;
  const at = range.attributes['lowerbound'] === undefined ? element : range;
  const bounds = [numberIn(at, 'lowerbound'), numberIn(at, 'upperbound')] as const;
  if (type === 'integer' && bounds.some(({ den }) => den !== 1n))
    refuse(at.at, 'has bounds of an integer issue that are no integers');
  return bounds;
}

export function childOf({ children }: Element, name: string): Element | null {
  return children.find((child) => child.name === name) ?? null;
}

export function attribute(element: Element, name: string): string {
  const value = element.attributes[name];
  return value ?? refuse(element.at, `<${element.name}> has no ${name}`);
}

/** @throws Refusal where it is missing or no number */
export function numberIn(element: Element, name: string): Fraction {
  const text = attribute(element, name).trim();
  return readFraction(text) ?? refuse(element.at, `<${element.name}> has ${name}=${quote(text)}, which is no number`);
}

/** The domain among the files and the profiles that belong to it. */
export interface GeniusFolder {
  readonly domain: GeniusFile | null;
  readonly profiles: readonly GeniusFile[];
  /** What else is among the files, each with a word on what it is. */
  readonly others: readonly string[];
}

const MOST_FILES = 40;

/** @throws Refusal where there are two domains, or far more files than parties can be */
export function sortFiles(entries: readonly SourceEntry[]): GeniusFolder {
  const own = entries.filter(isGenius);
  const most = own[MOST_FILES];
  if (most !== undefined)
    refuse(wholeFile(most.file), `is one of ${own.length} files of Genius in this folder; ${NAME_FILES}`);
  const files = own.flatMap((entry) => readGenius(entry) ?? []);
  const [domain, second] = files.filter(({ kind }) => kind === 'domain');
  if (domain !== undefined && second !== undefined) {
    refuse(wholeFile(second.file), `is a second domain beside ${domain.file}; name the domain file, or ${NAME_FILES}`);
  }
  return {
    domain: domain ?? null,
    profiles: files.filter(({ kind }) => kind === 'profile'),
    others: [
      ...entries.filter((entry) => !isGenius(entry)).map(({ name }) => `${name}: no domain and no profile`),
      ...files.filter(({ kind }) => kind === 'template').map(({ name }) => `${name}: a profile without any evaluation`),
    ],
  };
}

/** What to do where a folder has more than one negotiation. */
export const NAME_FILES = 'name the files to read one by one: winset import domain.xml profile1.xml profile2.xml';
