/** A shipped teaching case with its texts, and what holds a text to the figures of the model. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import type { Answer } from '../../src/engine/answer.ts';
import { dominatingDeal } from '../../src/engine/draft/efficiency.ts';
import type { Problem } from '../../src/engine/problem.ts';
import { inPoints } from '../../src/engine/units.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { allDeals, zoneDeals } from '../engine/brute-force.ts';
import { shipped } from '../shipped.ts';
import { answerTo, dealOf, named } from './support.ts';

export interface TeachingCase {
  readonly scenario: Scenario;
  readonly problem: Problem;
  readonly answer: Answer;
  /** For everybody: what all know, and what the players are told of the folder. */
  readonly common: string;
  readonly players: string;
  readonly instructor: string;
  /** By party. */
  readonly briefs: Readonly<Record<string, string>>;
}

export function caseOf(name: string): TeachingCase {
  const scenario = shipped(name);
  return {
    scenario,
    problem: compileProblem(scenario).problem,
    answer: answerTo(scenario),
    common: textOf(name, 'PUBLIC.md'),
    players: textOf(name, 'README.md'),
    instructor: textOf(name, 'TEACHING.md'),
    briefs: Object.fromEntries(scenario.parties.map(({ id, brief }) => [id, flat(brief ?? '')])),
  };
}

/** A file of a shipped scenario with single spaces in place of all white space. */
export function textOf(name: string, file: string): string {
  return flat(readFileSync(new URL(`../../scenarios/${name}/${file}`, import.meta.url), 'utf8'));
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The rows of a table of Markdown, as they stand in a text with single spaces. */
export function row(...cells: readonly (string | number)[]): string {
  return flat(`| ${cells.join(' | ')} |`);
}

/**
 * Each claim stands in the text, and no figure stands there outside of them. Commands and plans in minutes are left out;
 * white space and the padding of tables do not count.
 */
export function expectHeld(text: string, claims: readonly string[]): void {
  const words = withoutMinutes(text).replaceAll(/```.*?```|`[^`]*`/g, '');
  expect(claims.filter((claim) => !words.includes(claim))).toEqual([]);
  const rest = claims
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, claim) => left.replaceAll(claim, ''), words);
  expect(rest.match(/.{0,30}\d.{0,30}/g) ?? []).toEqual([]);
}

const MINUTES = /\| minutes \| what \| \| -+: \| -+ \|((?: \| \d+ \| [^|]* \|)*)/;

/** The minutes of an instructor's plan, row by row. */
export function minutesOf(instructor: string): readonly number[] {
  const rows = MINUTES.exec(instructor)?.[1] ?? '';
  return [...rows.matchAll(/\| (\d+) \| [^|]* \|/g)].map(([, minutes]) => Number(minutes));
}

function withoutMinutes(text: string): string {
  return text.replace(MINUTES, '').replaceAll(/(?:Sixty|Ninety) minutes in all/g, '');
}

/** What no deal is worth and the least it signs for, in points, by party. */
export function thresholdsOf({ scenario, problem }: TeachingCase): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(
    problem.parties.map(({ disagreement, reservation, scale }, k) => [
      scenario.parties[k]!.id,
      [inPoints(disagreement, scale), inPoints(reservation, scale)],
    ]),
  );
}

/** All deals that all whose signature is needed sign, by their option ids. */
export function zoneOf({ scenario, problem }: TeachingCase): readonly string[] {
  return zoneDeals(problem).map((deal) => named(scenario, deal));
}

export function everyDeal({ scenario, problem }: TeachingCase): readonly string[] {
  return allDeals(problem).map((deal) => named(scenario, deal));
}

/** Whether no deal is better for some party and worse for none. */
export function isEfficient({ scenario, problem }: TeachingCase, ids: string): boolean {
  return dominatingDeal(problem, dealOf(scenario, ids), { nodes: 0 }) === null;
}
