/** What the structure screen remembers, and the rows it goes over: all that a scenario is made of, under headings. */
import { ownNamed } from '../../../scenario/format/conditional.ts';
import { ownRules } from '../../../scenario/edit/structure/lists.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Context } from '../../model/context.ts';
import { within } from '../../parts/moving.ts';

export interface StructureState {
  readonly cursor: number;
  /** What is being asked for; null where nothing is. */
  readonly form: ShownForm | null;
}

/** An answer that was given. */
export interface Said {
  readonly label: string;
  readonly typed: string;
}

export interface ShownForm {
  readonly heading: string;
  readonly said: readonly Said[];
  /** What is asked, in sentences. */
  readonly help: readonly string[];
  /** What could be typed next. */
  readonly choices: readonly string[];
}

export const INITIAL: StructureState = { cursor: 0, form: null };

export const SECTIONS = ['parties', 'issues', 'rules', 'red lines', 'drafts'] as const;
export type Section = (typeof SECTIONS)[number];

export type Row =
  | { readonly kind: 'title' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'party' | 'issue' | 'rule' | 'draft'; readonly id: string }
  | { readonly kind: 'option'; readonly issue: string; readonly id: string }
  | { readonly kind: 'redLine'; readonly party: string; readonly id: string };

export function rowsOf(scenario: Scenario): readonly Row[] {
  const { parties, issues, drafts } = scenario;
  return [
    { kind: 'title' },
    { kind: 'section', section: 'parties' },
    ...parties.map(({ id }): Row => ({ kind: 'party', id })),
    { kind: 'section', section: 'issues' },
    ...issues.flatMap((issue): Row[] => [
      { kind: 'issue', id: issue.id },
      ...ownNamed(issue).map(({ id }): Row => ({ kind: 'option', issue: issue.id, id })),
    ]),
    { kind: 'section', section: 'rules' },
    ...ownRules(scenario).map(({ id }): Row => ({ kind: 'rule', id })),
    { kind: 'section', section: 'red lines' },
    ...parties.flatMap(({ id: party, redLines }) => redLines.map(({ id }): Row => ({ kind: 'redLine', party, id }))),
    { kind: 'section', section: 'drafts' },
    ...drafts.map(({ id }): Row => ({ kind: 'draft', id })),
  ];
}

/** The scenario itself, whatever is supposed of it elsewhere. */
export function scenarioOf({ now }: Context): Scenario {
  return (now.asIf?.of ?? now).scenario;
}

export function rowAt(context: Context, { cursor }: StructureState): Row {
  const rows = rowsOf(scenarioOf(context));
  return rows[within(cursor, rows.length)]!;
}

/** What may be added where the cursor stands. */
export function sectionAt(row: Row): Section {
  switch (row.kind) {
    case 'section':
      return row.section;
    case 'title':
    case 'issue':
    case 'option':
      return 'issues';
    case 'party':
      return 'parties';
    case 'rule':
      return 'rules';
    case 'redLine':
      return 'red lines';
    case 'draft':
      return 'drafts';
  }
}
