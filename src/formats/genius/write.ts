/** A scenario as a Genius domain with a profile for each party. */
import type { Fraction } from '../../exact/fraction.ts';
import { leastCommonMultiple } from '../../exact/integers.ts';
import { add, divide, exactOf, fraction, multiply, nearest, ZERO } from '../../exact/fraction.ts';
import { optionCount } from '../../scenario/format/options.ts';
import type { Issue, Party, Scenario } from '../../scenario/scenario.ts';
import { quote } from '../../scenario/suggest.ts';
import type { DecimalWriter } from '../decimal-text.ts';
import { decimalWriter, endsAsDecimal } from '../decimal-text.ts';
import type { Note } from '../foreign.ts';
import type { Written } from '../format.ts';
import {
  issueNames,
  largest,
  optionNames,
  optionTexts,
  partyNames,
  pointsOf,
  smallest,
  straight,
  weightsOf,
} from '../from-scenario.ts';
import { lossesOf } from '../losses.ts';
import { fileName, partyFiles } from '../party-names.ts';
import { unitScale } from '../unit-scale.ts';
import { escapeXml } from '../xml.ts';
import { ROUNDS } from './read.ts';

const MOST_EVALUATION = 2n ** 31n;
const DISCOUNT_DIGITS = 12;
/** Weights of published files add up to a little more than 1 now and then; far more is another scale. */
const ALMOST = fraction(101n, 1n);

/** What an issue is in the files: a list, or whole numbers in a row on which every party's values are a straight line. */
interface Layout {
  readonly name: string;
  readonly options: readonly string[] | null;
  readonly texts: readonly (string | undefined)[];
  readonly bounds: readonly [bigint, bigint] | null;
}

/** @throws Refusal where a party has points below 0, which Genius cannot have */
export function writeGenius(scenario: Scenario): Written {
  const { parties, issues, title } = scenario;
  const notes: Note[] = [...lossesOf(scenario, ['patience', 'optionTexts'])];
  const numbers = decimalWriter();
  const points = parties.map((party) => pointsOf(party, issues));
  const names = issueNames(scenario);
  const layouts = issues.map((issue, k) =>
    layoutOf(
      issue,
      names[k]!,
      points.map((own) => own[k]!),
    ),
  );
  const shown = partyNames(scenario);
  const partyFile = partyFiles(shown);
  for (const name of shown.filter((own) => fileName(own) !== own))
    notes.push({ kind: 'changed', text: `${name}: its name is that of a file there, ${quote(fileName(name))}` });
  const domain = [
    '<negotiation_template>',
    `<utility_space number_of_issues="${issues.length}">`,
    ...objective(
      title,
      layouts.map((layout, k) => domainIssue(layout, k)),
    ),
    '</utility_space>',
    '</negotiation_template>',
  ];
  const profiles = parties.map((party, k) => {
    const lines = profile(party, points[k]!, { scenario, layouts, numbers, notes });
    return { path: `${partyFile[k]}.xml`, content: document(lines) };
  });
  if (numbers.rounded() > 0) {
    notes.push({
      kind: 'changed',
      text: `${numbers.rounded()} numbers have no decimal that ends; they are written to 20 places`,
    });
  }
  return { files: [{ path: `${fileName(title)}-domain.xml`, content: document(domain) }, ...profiles], notes };
}

function document(lines: readonly string[]): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n');
}

function objective(title: string, lines: readonly string[]): string[] {
  const name = `name="${escapeXml(title)}"`;
  return [`<objective index="0" etype="objective" type="objective" description="" ${name}>`, ...lines, '</objective>'];
}

function layoutOf(issue: Issue, name: string, points: readonly (readonly Fraction[])[]): Layout {
  const { range, named } = issue;
  const first = range === null ? 0n : range.first / 10n ** BigInt(range.places);
  const isWhole =
    range !== null &&
    named.length === 0 &&
    range.step === 10n ** BigInt(range.places) &&
    first * range.step === range.first;
  const isStraight = points.every((own) => {
    const line = straight(own);
    return line !== null && smallest(own).num >= 0n && endsAsDecimal(line.first) && endsAsDecimal(line.step);
  });
  if (isWhole && isStraight && optionCount(issue) > 1) {
    return { name, options: null, texts: [], bounds: [first, first + BigInt(range.count - 1)] };
  }
  return { name, options: optionNames(issue), texts: optionTexts(issue), bounds: null };
}

function domainIssue({ name, options, texts, bounds }: Layout, k: number): string {
  if (options === null) return `${issueTag(name, 'integer', k, bounds)}</issue>`;
  const items = options.map((option, place) => `${itemTag(option, place, texts[place])}/>`);
  return [issueTag(name, 'discrete', k, null), ...items, '</issue>'].join('\n');
}

function issueTag(name: string, type: string, k: number, bounds: Layout['bounds']): string {
  const ends = bounds === null ? '' : ` lowerbound="${bounds[0]}" upperbound="${bounds[1]}"`;
  return `<issue index="${k + 1}" etype="${type}" type="${type}" vtype="${type}" name="${escapeXml(name)}"${ends}>`;
}

function itemTag(option: string, place: number, text: string | undefined): string {
  const description = text === undefined ? '' : ` description="${escapeXml(text)}"`;
  return `<item index="${place + 1}" value="${escapeXml(option)}"${description}`;
}

interface Around {
  readonly scenario: Scenario;
  readonly layouts: readonly Layout[];
  readonly numbers: DecimalWriter;
  readonly notes: Note[];
}

function profile(party: Party, points: readonly (readonly Fraction[])[], around: Around): string[] {
  const { scenario, layouts, numbers, notes } = around;
  const scale = unitScale(party, { points, issues: layouts, program: 'Genius', tolerated: ALMOST }, notes);
  const rows = points.map((own, k) =>
    rowOf(
      own.map((each) => divide(each, scale)),
      layouts[k]!,
      weightsGiven(party)?.[k] ?? null,
    ),
  );
  return [
    '<utility_space>',
    ...objective(scenario.title, [
      ...rows.map((row, k) => profileIssue(layouts[k]!, row.shares, k, numbers)),
      ...rows.map(({ weight }, k) => `<weight index="${k + 1}" value="${numbers.text(weight)}"/>`),
    ]),
    `<discount_factor value="${discountOf(party, scenario)}"/>`,
    `<reservation value="${numbers.text(divide(exactOf(party.reservation), scale))}"/>`,
    '</utility_space>',
  ];
}

/** By issue, as parts of 1. */
function weightsGiven(party: Party): readonly Fraction[] | null {
  const weights = weightsOf(party);
  if (weights === null) return null;
  const total = weights.reduce(add, ZERO);
  return weights.map((weight) => divide(weight, total));
}

interface Row {
  readonly weight: Fraction;
  /** From 0 to 1; their weight times them is what they add to a utility. */
  readonly shares: readonly Fraction[];
}

/** A list's evaluations are divided by their largest there, so its weight is the most that the issue gives; a line's are not. */
function rowOf(utilities: readonly Fraction[], { options }: Layout, weight: Fraction | null): Row {
  const most = options === null && weight !== null ? weight : largest(utilities);
  return { weight: most, shares: most.num === 0n ? utilities : utilities.map((own) => divide(own, most)) };
}

function profileIssue(
  { name, options, texts, bounds }: Layout,
  shares: readonly Fraction[],
  k: number,
  numbers: DecimalWriter,
): string {
  const line = straight(shares);
  if (options === null && line !== null) {
    const [offset, slope] = [numbers.text(line.first), numbers.text(line.step)];
    const evaluator = `<evaluator ftype="linear" offset="${offset}" slope="${slope}"/>`;
    return [issueTag(name, 'integer', k, bounds), evaluator, '</issue>'].join('\n');
  }
  const evaluations = evaluationsOf(shares);
  const items = (options ?? []).map((option, place) => {
    return `${itemTag(option, place, texts[place])} evaluation="${numbers.text(evaluations[place]!)}"/>`;
  });
  return [issueTag(name, 'discrete', k, null), ...items, '</issue>'].join('\n');
}

/** Whole numbers in the same ratios where they are not too large, which every version of Genius reads. */
function evaluationsOf(shares: readonly Fraction[]): readonly Fraction[] {
  const common = shares.reduce((all, { den }) => (all > MOST_EVALUATION ? all : leastCommonMultiple(all, den)), 1n);
  return common > MOST_EVALUATION ? shares : shares.map((share) => multiply(share, fraction(common, 1n)));
}

/** Of a whole session of as many rounds as the scenario has. */
function discountOf({ id }: Party, { bargaining }: Scenario): string {
  const patience = bargaining?.patience?.[id];
  if (patience === undefined || patience.value === 1) return '1.0';
  const rounds = bargaining?.rounds?.value ?? ROUNDS;
  return String(Number((nearest(exactOf(patience)) ** rounds).toPrecision(DISCOUNT_DIGITS)));
}
