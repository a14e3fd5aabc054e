/**
 * Paths to what a scenario names, as a person types them: "russia", "russia.force-cap", "russia.force-cap.800",
 * "russia.reservation", "russia.all-donbas", "force-cap", "force-cap.800"; a rule, a draft, a stage or a source by its id.
 *
 * Ids may have dots, and things of several kinds may share one: a path leads to everything that it can mean.
 */
import { listedIds, optionAt } from '../scenario/format/options.ts';
import type { Issue, Party, Scenario } from '../scenario/scenario.ts';
import { unknownName } from '../scenario/suggest.ts';
import { InputError } from './input-error.ts';

export const THRESHOLDS = ['disagreement', 'reservation', 'aspiration', 'firmness'] as const;
export type ThresholdKey = (typeof THRESHOLDS)[number];

/** What a path leads to; parties, issues and options by their number. */
export type Place =
  | { readonly kind: 'party'; readonly party: number }
  | { readonly kind: 'threshold'; readonly party: number; readonly key: ThresholdKey }
  | { readonly kind: 'position'; readonly party: number; readonly issue: number }
  | { readonly kind: 'weight'; readonly party: number; readonly issue: number }
  | { readonly kind: 'value'; readonly party: number; readonly issue: number; readonly option: number }
  /** By its id, since it may stand at some stages only. */
  | { readonly kind: 'redLine'; readonly party: number; readonly id: string }
  | { readonly kind: 'issue'; readonly issue: number }
  | { readonly kind: 'option'; readonly issue: number; readonly option: number }
  | { readonly kind: 'rule' | 'draft' | 'stage' | 'source'; readonly index: number }
  | { readonly kind: 'statusQuo' };

/**
 * Everything that a path can mean, at least one.
 * @throws InputError naming the nearest name where it leads nowhere
 */
export function placesAt(scenario: Scenario, path: string): readonly [Place, ...Place[]] {
  const [first, ...others] = [
    ...withHead(path, scenario.parties).flatMap(([party, rest]) => ofParty(scenario, party, rest)),
    ...withHead(path, scenario.issues).flatMap(([issue, rest]): Place[] => {
      if (rest === null) return [{ kind: 'issue', issue }];
      const option = optionAt(scenario.issues[issue]!, rest);
      return option === -1 ? [] : [{ kind: 'option', issue, option }];
    }),
    ...LISTS.flatMap(([kind, key]) => indexOf(scenario[key], path).map((index): Place => ({ kind, index }))),
    ...(scenario.statusQuo?.id === path ? [{ kind: 'statusQuo' as const }] : []),
  ];
  if (first === undefined) throw new InputError([`error: ${lostAt(scenario, path)}`]);
  return [first, ...others];
}

/** The ids of a party's red lines at any date, those of the file first. */
export function redLineIds({ stages }: Scenario, { id, redLines }: Party): readonly string[] {
  const later = stages.flatMap(({ change }) => change.filter(({ party }) => party === id));
  return [...new Set([...redLines, ...later.flatMap((change) => change.redLines)].map((redLine) => redLine.id))];
}

const LISTS = [
  ['rule', 'rules'],
  ['draft', 'drafts'],
  ['stage', 'stages'],
  ['source', 'sources'],
] as const;

function ofParty(scenario: Scenario, party: number, rest: string | null): Place[] {
  if (rest === null) return [{ kind: 'party', party }];
  const own = scenario.parties[party]!;
  return [
    ...THRESHOLDS.filter((key) => key === rest).map((key): Place => ({ kind: 'threshold', party, key })),
    ...withHead(rest, scenario.issues).flatMap(([issue, inner]) => ofPosition(scenario, party, issue, inner)),
    ...redLineIds(scenario, own)
      .filter((id) => id === rest)
      .map((id): Place => ({ kind: 'redLine', party, id })),
  ];
}

function ofPosition({ issues, parties }: Scenario, party: number, issue: number, rest: string | null): Place[] {
  if (rest === null) return [{ kind: 'position', party, issue }];
  const option = optionAt(issues[issue]!, rest);
  if (option !== -1) return [{ kind: 'value', party, issue, option }];
  return rest === 'weight' && parties[party]!.preferences.form === 'weights' ? [{ kind: 'weight', party, issue }] : [];
}

/** The entries whose id begins the path, each with what follows its dot; null where nothing does. */
function withHead(path: string, entries: readonly { readonly id: string }[]): [number, string | null][] {
  return entries.flatMap(({ id }, k): [number, string | null][] => {
    if (path === id) return [[k, null]];
    return path.startsWith(`${id}.`) ? [[k, path.slice(id.length + 1)]] : [];
  });
}

function indexOf(entries: readonly { readonly id: string }[], id: string): number[] {
  const index = entries.findIndex((entry) => entry.id === id);
  return index === -1 ? [] : [index];
}

/** Where the path leads nowhere, in a sentence with the nearest name. */
function lostAt(scenario: Scenario, path: string): string {
  const { parties, issues } = scenario;
  for (const [party, rest] of withHead(path, parties)) if (rest !== null) return lostInParty(scenario, party, rest);
  for (const [issue, rest] of withHead(path, issues)) if (rest !== null) return lostOption(issues[issue]!, rest);
  const known = [parties, issues, ...LISTS.map(([, key]) => scenario[key])].flat().map(({ id }) => id);
  const [head = '', ...rest] = path.split('.');
  const kind = rest.length === 0 ? 'party, issue, rule, draft, stage or source' : 'party or issue';
  return unknownName(kind, head, rest.length === 0 ? known : [...parties, ...issues].map(({ id }) => id));
}

function lostInParty(scenario: Scenario, party: number, rest: string): string {
  const { issues, parties } = scenario;
  const own = parties[party]!;
  for (const [issue, inner] of withHead(rest, issues)) {
    if (inner === null) continue;
    if (inner === 'weight') return `party '${own.id}' has scores and no weights`;
    return `issue '${issues[issue]!.id}' of party '${own.id}': ${lostOption(issues[issue]!, inner)}`;
  }
  const known = [...issues.map(({ id }) => id), ...redLineIds(scenario, own), ...THRESHOLDS];
  return `party '${own.id}': ${unknownName('issue, red line or threshold', rest.split('.')[0]!, known)}`;
}

function lostOption(issue: Issue, option: string): string {
  return unknownName('option', option, listedIds(issue));
}
