/**
 * What a file of another program says, before it is a scenario: issues, options and what they are worth, in exact
 * fractions, with the place of each in the file. Every reader gives this, and only `to-scenario.ts` knows the rest.
 */
import type { Finding } from '../scenario/finding.ts';
import type { Fraction } from '../exact/fraction.ts';
import type { SourceEntry } from './source.ts';

/** A place in a file, as a finding names it. */
export type Place = Pick<Finding, 'file' | 'line' | 'column' | 'path'>;

/** What a person should know of how a file was read or written: what is another than there, and what was left out. */
export interface Note {
  readonly kind: 'changed' | 'left out';
  readonly text: string;
  /** `least`: the file says nothing of what no deal is worth, and 0 was taken. */
  readonly about?: 'least';
}

/** "left out: the summary" */
export function noteText({ kind, text }: Note): string {
  return kind === 'changed' ? text : `left out: ${text}`;
}

/** Files that belong to no part of the negotiation, in one note. */
export function otherFiles(entries: readonly SourceEntry[], read: readonly SourceEntry[]): Note[] {
  const names = entries.filter((entry) => !read.includes(entry)).map(({ name }) => name);
  return names.length === 0 ? [] : [{ kind: 'left out', text: `${names.join(', ')}: no domain and no profile` }];
}

export interface ForeignOption {
  readonly name: string;
  /** Where the file has a short name of its own; else one is made of the name. */
  readonly id?: string;
  readonly text?: string;
}

/** The numbers from, from + step, ... up to `to`. */
export interface ForeignRange {
  readonly from: Fraction;
  readonly to: Fraction;
  readonly step: Fraction;
}

/** Its options are the numbers of the range where it has one, then the others. */
export interface ForeignIssue {
  readonly name: string;
  readonly id?: string;
  readonly at: Place;
  readonly summary?: string;
  readonly range: ForeignRange | null;
  readonly options: readonly ForeignOption[];
}

/** By option, or an expression of x on an issue with numbers only; `clip` holds values at 0 and 100. */
export type ForeignWorths =
  | { readonly kind: 'listed'; readonly worths: readonly Fraction[] }
  | { readonly kind: 'formula'; readonly formula: string; readonly clip: boolean };

export interface ForeignParty {
  readonly name: string;
  readonly id?: string;
  readonly at: Place;
  readonly brief?: string;
  /** By issue. Null: what options are worth are points that are added up. */
  readonly weights: readonly Fraction[] | null;
  /** By issue; null where the party says nothing of it. Values from 0 to 100 beside weights, else points. */
  readonly worths: readonly (ForeignWorths | null)[];
  /** Points that every deal has besides that matches the pattern. */
  readonly adjustments?: readonly { readonly when: ForeignPattern; readonly add: Fraction }[];
  /** In points, as worths are. */
  readonly disagreement: Fraction;
  /** Null where the file has none beside the disagreement value. */
  readonly reservation: Fraction | null;
}

/** Numbers of issues, and for each the numbers of options: it holds where every issue has one of these. */
export type ForeignPattern = readonly { readonly issue: number; readonly options: readonly number[] }[];

/** One negotiation. */
export interface Foreign {
  readonly title: string;
  readonly summary?: string;
  readonly issues: readonly ForeignIssue[];
  readonly parties: readonly ForeignParty[];
  readonly rules?: readonly { readonly forbid: ForeignPattern; readonly why: string }[];
  /** Numbers of parties; absent: all sign. */
  readonly consent?: { readonly quorum: number; readonly veto: readonly number[] };
  readonly drafts?: readonly { readonly title: string; readonly clauses: readonly (number | null)[] }[];
  /** By party, for one round; null where the party is as patient as can be. */
  readonly bargaining?: { readonly rounds: number | null; readonly patience: readonly (Fraction | null)[] };
}

export interface ForeignRead {
  readonly foreign: Foreign;
  readonly notes: readonly Note[];
}

/** Thrown where a file cannot be read as what it is. Everything that is wrong with it, for the person. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings[0]?.message ?? '');
    this.findings = findings;
  }
}

export function findingAt(at: Place, message: string): Finding {
  return { ...at, message, severity: 'error' };
}

export function refusalAt(at: Place, message: string): Refusal {
  return new Refusal([findingAt(at, message)]);
}

/** @throws Refusal */
export function refuse(at: Place, message: string): never {
  throw refusalAt(at, message);
}

/** The whole of a file. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, path: '' };
}
