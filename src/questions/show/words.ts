/** What a scenario says of one place, in words: its name, its numbers in short statements, what they rest on. */
import { counted, percent } from '../../report/text/number.ts';
import { oneLine } from '../../report/text/width.ts';
import { issueTitle, optionLabel, partyName, patternWords } from '../../report/view/words.ts';
import { isNotArising } from '../../scenario/format/conditional.ts';
import { NOT_YET_VALUED } from '../../scenario/format/not-yet-valued.ts';
import { listedOptions, optionId } from '../../scenario/format/options.ts';
import { worthAt } from '../../scenario/format/worth.ts';
import type { Curve, Provenance, RedLine, Scenario, StatedNumber, WeightedIssue } from '../../scenario/scenario.ts';
import type { Place } from '../paths.ts';
import { THRESHOLDS } from '../paths.ts';
import type { ThresholdKey } from '../paths.ts';
import { exactText } from '../../scenario/format/number-text.ts';

const THRESHOLD_WORDS: Readonly<Record<ThresholdKey, string>> = {
  disagreement: 'what no deal is worth',
  reservation: 'the least it signs for',
  aspiration: 'the target it opens with',
  firmness: 'points added to the least it signs for',
};

/** What the place is: "Russia on Ceiling of forces (point 6)", "Russia: red line all-donbas". */
export function placeWords(scenario: Scenario, place: Place): string {
  switch (place.kind) {
    case 'party':
      return partyName(scenario, place.party);
    case 'threshold':
      return `${partyName(scenario, place.party)}: ${place.key}, ${THRESHOLD_WORDS[place.key]}`;
    case 'position':
      return `${partyName(scenario, place.party)} on ${issueWords(scenario, place.issue)}`;
    case 'weight':
      return `${partyName(scenario, place.party)}: weight of ${issueWords(scenario, place.issue)}`;
    case 'value':
      return `${partyName(scenario, place.party)} on ${optionWords(scenario, place.issue, place.option)}`;
    case 'redLine':
      return `${partyName(scenario, place.party)}: red line ${place.id}`;
    case 'issue':
      return issueWords(scenario, place.issue);
    case 'option':
      return optionWords(scenario, place.issue, place.option);
    case 'rule':
      return `The rule ${scenario.rules[place.index]!.id}`;
    case 'draft':
      return `The draft ${scenario.drafts[place.index]!.id}: ${oneLine(scenario.drafts[place.index]!.title)}`;
    case 'statusQuo':
      return `No deal, ${scenario.statusQuo?.id}: ${oneLine(scenario.statusQuo?.title ?? '')}`;
    case 'stage':
      return `The stage ${scenario.stages[place.index]!.id}: ${oneLine(scenario.stages[place.index]!.title)}`;
    case 'source':
      return `The source ${scenario.sources[place.index]!.id}`;
  }
}

function issueWords(scenario: Scenario, issue: number): string {
  const { point } = scenario.issues[issue]!;
  return `${issueTitle(scenario, issue)}${point === undefined ? '' : ` (point ${oneLine(point)})`}`;
}

function optionWords(scenario: Scenario, issue: number, option: number): string {
  return `${issueWords(scenario, issue)}: ${optionLabel(scenario, issue, option)}`;
}

/** Short statements of what stands there; two states of a place differ in the statements that only one of them has. */
export function statements(scenario: Scenario, place: Place): readonly string[] {
  const { parties, issues } = scenario;
  switch (place.kind) {
    case 'party': {
      const party = parties[place.party]!;
      return [
        ...THRESHOLDS.flatMap((key) => (party[key] === undefined ? [] : [`${key} ${numberWords(party[key])}`])),
        ...(party.strict ? ['signs only for more than that'] : []),
        ...party.redLines.map((line) => `red line ${line.id}`),
      ];
    }
    case 'threshold': {
      const number = parties[place.party]![place.key];
      return [number === undefined ? 'none' : numberWords(number)];
    }
    case 'position': {
      const own = parties[place.party]!.preferences.issues[place.issue]!;
      const options = listedOptions(issues[place.issue]!).filter(
        (option) => !isImplicit(scenario, place.issue, option),
      );
      return [
        ...weightStatements(scenario, place.party, place.issue).map((words) => `weight ${words}`),
        ...(own.curve === null ? [] : [curveText(own.curve)]),
        ...options.map(
          (option) =>
            `${optionId(issues[place.issue]!, option)} ${numberWords(worthAt(issues[place.issue]!, own, option))}`,
        ),
      ];
    }
    case 'weight':
      return weightStatements(scenario, place.party, place.issue);
    case 'value':
      return [numberWords(valueAt(scenario, place.party, place.issue, place.option))];
    case 'redLine': {
      const line = redLineAt(scenario, place.party, place.id);
      if (line === undefined) return ['does not stand'];
      const holds = line.holds === undefined ? [] : [`holds with probability ${numberWords(line.holds)}`];
      return [`rules out ${patternWords(scenario, line.when)}`, ...holds];
    }
    case 'issue':
      return parties.flatMap(({ id }, party) =>
        statements(scenario, { kind: 'position', party, issue: place.issue }).map((words) => `${id} ${words}`),
      );
    case 'option':
      return parties.map((party, k) => `${party.id} ${numberWords(valueAt(scenario, k, place.issue, place.option))}`);
    case 'rule':
    case 'draft':
    case 'stage':
    case 'source':
      return [];
    case 'statusQuo':
      return parties.map((party) => `${party.id} ${numberWords(party.disagreement)}`);
  }
}

function isImplicit({ issues }: Scenario, issue: number, option: number): boolean {
  return isNotArising(issues[issue]!, optionId(issues[issue]!, option));
}

export function valueAt({ parties, issues }: Scenario, party: number, issue: number, option: number): StatedNumber {
  return worthAt(issues[issue]!, parties[party]!.preferences.issues[issue]!, option);
}

export function redLineAt({ parties }: Scenario, party: number, id: string): RedLine | undefined {
  return parties[party]!.redLines.find((line) => line.id === id);
}

function weightStatements({ parties }: Scenario, party: number, issue: number): string[] {
  const { preferences } = parties[party]!;
  return preferences.form === 'scores' ? [] : [numberWords(preferences.issues[issue]!.weight)];
}

/** "3.12 (2.03 to 4.21), 3.1 % of all its weights; 12 of the 100 parts of money, which weighs 26"; null on a score sheet. */
export function weightWords({ parties, issues }: Scenario, party: number, issue: number): string | null {
  const { preferences, themes } = parties[party]!;
  if (preferences.form === 'scores') return null;
  const total = preferences.issues.reduce((sum, { weight }) => sum + weight.value, 0);
  const { weight, share } = preferences.issues[issue]!;
  const { group } = issues[issue]!;
  const theme = group === undefined ? undefined : themes?.[group];
  const from =
    share === undefined || theme === undefined
      ? ''
      : `; ${numberWords(share)} of the ${partsOf(preferences.issues, issues, group)} parts of ${oneLine(group!)}, which weighs ${numberWords(theme)}`;
  const part = weight.unknown === undefined ? `, ${percent(weight.value / total)} of all its weights` : '';
  return `${numberWords(weight)}${part}${from}`;
}

/** All shares of a theme. */
function partsOf(own: readonly WeightedIssue[], issues: Scenario['issues'], group: string | undefined): number {
  return own.reduce((sum, { share }, k) => sum + (issues[k]!.group === group ? (share?.value ?? 0) : 0), 0);
}

/** "60", "60 (40 to 80), TOL", "not yet valued (50 stands in)". */
export function numberWords({ value, exact, low, high, stance, unknown }: StatedNumber): string {
  if (unknown !== undefined) return `${NOT_YET_VALUED} (${shortest(value)} stands in)`;
  const range = rangeWords({ low, high });
  return `${exact ?? value}${range === '' ? '' : ` (${range})`}${stance === undefined ? '' : `, ${stance}`}`;
}

/** Without the digits of an average that nobody wrote. */
function shortest(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** The number alone, for a table. */
export function numberCell(number: StatedNumber): string {
  return number.unknown === undefined ? exactText(number) : NOT_YET_VALUED;
}

export function rangeWords({ low, high }: { low?: number | undefined; high?: number | undefined }): string {
  if (low === undefined && high === undefined) return '';
  if (low === undefined) return `up to ${high}`;
  return high === undefined ? `${low} and more` : `${low} to ${high}`;
}

export function curveText(curve: Curve): string {
  if ('formula' in curve) return `the numbers are worth ${oneLine(curve.formula)}`;
  return `the numbers are worth ${curve.points.map(({ at, worth }) => `${at}: ${numberWords(worth)}`).join(', ')}`;
}

/** "stated, 2025-08-21"; the number's own words, else those of its issue. */
export function groundWords(number: Provenance, around: Provenance = {}): string {
  const { confidence, date } = { ...around, ...number };
  return [confidence, date].filter((word) => word !== undefined).join(', ');
}

/** One line for each source: outlet, title, date, tier and address, as far as the scenario gives them. */
export function sourceLines({ sources }: Scenario, cited: readonly string[]): readonly string[] {
  return sources
    .filter(({ id }) => cited.includes(id))
    .map(({ id, outlet, title, date, tier, url }) => {
      const words = [outlet, title, date, tier, url].filter((word) => word !== undefined).map(oneLine);
      return `${id}: ${words.length === 0 ? 'nothing more is said of it' : words.join(', ')}`;
    });
}

/** How many parties, issues and red lines a stage changes: "Russia: 4 issues and 1 red line". */
export function changeWords(scenario: Scenario, index: number): readonly (readonly [string, string])[] {
  return scenario.stages[index]!.change.map((change) => {
    const party = scenario.parties.findIndex(({ id }) => id === change.party);
    const parts = [
      ...THRESHOLDS.filter((key) => change[key] !== undefined),
      ...change.issues.map(({ issue }) => issue),
      ...change.redLines.map(({ id }) => `red line ${id}`),
      ...change.dropRedLines.map((id) => `without ${id}`),
      ...(change.adjustments.length === 0 ? [] : [counted(change.adjustments.length, 'adjustment')]),
    ];
    return [partyName(scenario, party), parts.join(', ')] as const;
  });
}
