/**
 * A checked scenario file and its checked party preferences as one scenario, with the defaults filled in.
 */
import { conditionalRules, ownCount, NOT_ARISING, withNotArising } from '../format/conditional.ts';
import { withLocksLast } from '../edit/locks.ts';
import { withStandIns } from '../format/not-yet-valued.ts';
import { numberCount, optionId } from '../format/options.ts';
import { readRange } from '../format/range.ts';
import type {
  Draft,
  Issue,
  IssueChange,
  Option,
  Party,
  PartyChange,
  Preferences,
  Rule,
  Scenario,
  ScoredIssue,
  Stage,
  StatedNumber,
  WeightedIssue,
} from '../scenario.ts';
import type { IssueEntry, PartyEntry, ScenarioFile } from '../format/schema.ts';
import type { PartyBody, PreferenceEntry, StageBody, StageHead } from '../format/schema-party.ts';

export interface Parts {
  readonly file: ScenarioFile;
  /** By party id: its entry in the scenario file and its preferences. In the order of the file. */
  readonly parties: readonly { readonly id: string; readonly entry: PartyEntry; readonly body: PartyBody }[];
  /** In the order of the file, those of files of their own with what stands there. */
  readonly stages: readonly (StageHead & StageBody)[];
  /** In the order of the file. */
  readonly drafts: readonly string[];
  readonly sources: readonly string[];
  readonly hash: string;
}

/** The parts must have passed every check; what is inconsistent in them is a fault of the program and throws. */
export function buildScenario({ file, parties, stages, drafts, sources, hash }: Parts): Scenario {
  const issues = file.issues.map(buildIssue);
  const { title, summary, instructor, asOf, stances, margins, consent, bargaining } = file;
  return {
    title,
    ...(summary !== undefined && { summary }),
    ...(instructor !== undefined && { instructor }),
    ...(asOf !== undefined && { asOf }),
    hash,
    stage: null,
    ...(stances !== undefined && { stances }),
    ...(margins !== undefined && { margins }),
    sources: sources.map((id) => ({ id, ...entryOf(file.sources, id) })),
    parties: parties.map(({ id, entry, body }) => buildParty(id, entry, body, issues)),
    issues,
    rules: withLocksLast([...file.rules.map(buildRule), ...conditionalRules(issues)], issues),
    consent,
    drafts: drafts.flatMap((id) => buildDraft(id, entryOf(file.drafts, id), issues) ?? []),
    ...buildStatusQuo(file.drafts, drafts),
    stages: stages.map((stage, k) => buildStage(stage, stages[k - 1]?.id ?? null)),
    ...(bargaining !== undefined && { bargaining }),
  };
}

function buildIssue(entry: IssueEntry): Issue {
  const named = [...(entry.options ?? []).map(buildOption), ...(entry.only === undefined ? [] : [NOT_ARISING])];
  const { range: given, options: _, ...head } = entry;
  if (given === undefined) return { ...head, range: null, named };
  const read = readRange(given);
  if ('fault' in read) throw new Error(`unchecked range: ${read.fault}`);
  return { ...head, range: read.range, named };
}

function buildOption(option: { readonly id: string; readonly label?: string }): Option {
  return { ...option, label: option.label ?? option.id };
}

function buildRule(rule: ScenarioFile['rules'][number]): Rule {
  if ('forbid' in rule) return { kind: 'forbid', ...rule };
  if ('if' in rule) return { kind: 'implies', ...rule };
  const { exactly, ...rest } = rule;
  return { kind: 'sum', ...rest, ...(exactly !== undefined && { atLeast: exactly, atMost: exactly }) };
}

type DraftEntry = ScenarioFile['drafts'][string];

/** Null for no deal. */
export function buildDraft(id: string, entry: DraftEntry, issues: readonly Issue[]): Draft | null {
  const { noDeal, clauses = {}, ...head } = entry;
  if (noDeal) return null;
  const listed = Object.entries(clauses).map(([issue, option]) => ({ issue, option }));
  return { ...head, id, clauses: withNotArising(listed, issues) };
}

/** The entry that stands for no deal; nothing where there is none. */
export function buildStatusQuo(
  entries: Readonly<Record<string, DraftEntry>>,
  ids: readonly string[],
): Pick<Scenario, 'statusQuo'> {
  const id = ids.find((own) => entryOf(entries, own).noDeal);
  if (id === undefined) return {};
  const { noDeal: _, clauses: __, composed: ___, ...said } = entryOf(entries, id);
  return { statusQuo: { id, ...said } };
}

function buildParty(id: string, entry: PartyEntry, body: PartyBody, issues: readonly Issue[]): Party {
  const { name, short, color } = entry;
  const party: Party = {
    id,
    name,
    short: short ?? id,
    ...(color !== undefined && { color }),
    ...(body.brief !== undefined && { brief: body.brief }),
    ...(body.instructor !== undefined && { instructor: body.instructor }),
    disagreement: body.disagreement,
    reservation: body.reservation ?? body.disagreement,
    reservationIsDisagreement: body.reservation === undefined,
    strict: body.signs === 'above',
    ...(body.aspiration !== undefined && { aspiration: body.aspiration }),
    ...(body.firmness !== undefined && { firmness: body.firmness }),
    power: body.power,
    ...(body.themes !== undefined && { themes: body.themes }),
    preferences: buildPreferences(body.issues, issues),
    redLines: body.redLines,
    adjustments: body.adjustments,
  };
  return withStandIns(party, issues);
}

function buildPreferences(entries: PartyBody['issues'], issues: readonly Issue[]): Preferences {
  // Without an issue there is nothing to weigh: the points are those of adjustments.
  if (Object.values(entries).every((entry) => 'scores' in entry)) {
    return { form: 'scores', issues: issues.map((issue) => buildScores(issue, ownEntry(entries, issue.id))) };
  }
  return { form: 'weights', issues: issues.map((issue) => buildWeights(issue, ownEntry(entries, issue.id))) };
}

function buildScores(issue: Issue, entry: PreferenceEntry | null): ScoredIssue {
  if (entry === null) return unmentioned(issue);
  if (!('scores' in entry)) throw new Error(`unchecked form of preferences on ${issue.id}`);
  const { scores, score: curve, ...provenance } = entry;
  const listed = listedNumbers(issue, scores, curve === null ? 0 : numberCount(issue));
  return { ...provenance, issue: issue.id, mentioned: true, curve, listed };
}

function buildWeights(issue: Issue, entry: PreferenceEntry | null): WeightedIssue {
  if (entry === null) return { ...unmentioned(issue), weight: { value: 0 } };
  if ('scores' in entry) throw new Error(`unchecked form of preferences on ${issue.id}`);
  const { value: curve = null, values = {}, ...rest } = entry;
  const listed = listedNumbers(issue, values, curve === null ? 0 : numberCount(issue));
  return { ...rest, issue: issue.id, mentioned: true, curve, listed };
}

function unmentioned(issue: Issue): ScoredIssue {
  return { issue: issue.id, mentioned: false, curve: null, listed: [] };
}

/** One number per option from `first` on, from a block that names each of them. */
function listedNumbers(issue: Issue, numbers: Readonly<Record<string, StatedNumber>>, first: number): StatedNumber[] {
  return Array.from({ length: ownCount(issue) - first }, (_, k) => entryOf(numbers, optionId(issue, first + k)));
}

function buildStage(entry: StageHead & StageBody, previous: string | null): Stage {
  return { ...entry, after: entry.after ?? previous, change: Object.entries(entry.change).map(buildChange) };
}

/** A party's change as a file has it, by party id. */
export function buildChange([party, change]: [string, StageBody['change'][string]]): PartyChange {
  const issues = Object.entries(change.issues).map(([issue, { value, clip, ...rest }]): IssueChange => {
    return { ...rest, issue, ...(value !== undefined && { value: { ...value, clip: clip ?? false } }) };
  });
  return { ...change, party, issues };
}

function ownEntry<T>(block: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(block, key) ? entryOf(block, key) : null;
}

function entryOf<T>(block: Readonly<Record<string, T>>, key: string): T {
  const entry = Object.hasOwn(block, key) ? block[key] : undefined;
  if (entry === undefined) throw new Error(`unchecked entry: ${key} is missing`);
  return entry;
}
