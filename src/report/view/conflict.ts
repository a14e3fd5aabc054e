/**
 * Why there is no deal: the demands that exclude each other, and the issue where they leave no option, if there is one.
 */
import type { Collision } from '../../engine/answer.ts';
import type { Case } from '../case.ts';
import { isNumberLine, optionList } from '../../scenario/format/options.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import {
  beginning,
  demandName,
  demandSentence,
  issueTitle,
  listed,
  optionLabel,
  partyInside,
  partyName,
} from './words.ts';

export interface ConflictView {
  readonly title: string;
  readonly demands: readonly { readonly party: string; readonly name: string; readonly text: string }[];
  readonly closing: string;
  readonly refusals: readonly RefusedIssue[];
}

/** An issue none of whose options is free of red lines. */
export interface RefusedIssue {
  readonly sentence: string;
  readonly options: readonly { readonly label: string; readonly refusedBy: string }[];
}

/** Null when there is a deal. */
export function conflictView(of: Case): ConflictView | null {
  const { collision } = of.answer;
  if (collision === null) return null;
  const { conflict } = collision;
  return {
    title: 'Why there is no deal',
    demands: conflict.map((constraint) => ({
      party: partyName(of.scenario, constraint.party),
      name:
        constraint.kind === 'redLine'
          ? `red line ${demandName(of, constraint)}`
          : constraint.kind === 'reservation'
            ? 'least it signs for'
            : 'signature',
      text: demandSentence(of, constraint),
    })),
    closing: `${excludingSentence(collision)} The ways out below take every other demand into account.`,
    refusals: refusedIssues(of.scenario, conflictIssues(of)),
  };
}

const NOT_MINIMAL =
  'No combination meets them all; the search budget left open whether fewer of them exclude each other already.';

/** How the demands of a conflict exclude each other, after they were named. */
export function excludingSentence({ conflict, minimal }: Pick<Collision, 'conflict' | 'minimal'>): string {
  const demands = conflict.length;
  if (!minimal) return NOT_MINIMAL;
  if (demands === 1) return 'No combination meets this demand at all.';
  if (demands === 2) return 'No combination meets both; each can be met without the other.';
  return `No combination meets all ${demands}; any ${demands - 1} of them can be met together.`;
}

/** Issues that the red lines of the conflict speak about. */
function conflictIssues({ scenario, answer }: Case): Set<string> {
  const lines = (answer.collision?.conflict ?? []).flatMap((constraint) => {
    return constraint.kind === 'redLine' ? [scenario.parties[constraint.party]!.redLines[constraint.index]!] : [];
  });
  return new Set(lines.flatMap((line) => line.when.map((clause) => clause.issue)));
}

function refusedIssues(scenario: Scenario, among: ReadonlySet<string>): RefusedIssue[] {
  return scenario.issues.flatMap((issue, k) => {
    if (!among.has(issue.id) || isNumberLine(issue)) return [];
    const options = optionList(issue).map((option, o) => ({
      label: optionLabel(scenario, k, o),
      parties: scenario.parties.flatMap((party, p) => {
        const refuses = party.redLines.some(({ when }) => {
          const [clause] = when;
          return when.length === 1 && clause?.issue === issue.id && clause.options.includes(option.id);
        });
        return refuses ? [partyInside(scenario, p)] : [];
      }),
    }));
    if (options.some(({ parties }) => parties.length === 0)) return [];
    const point = issue.point === undefined ? '' : `Point ${issue.point}, `;
    return {
      sentence: `${point}${issueTitle(scenario, k)}: each of its ${options.length} options crosses a red line.`,
      options: options.map(({ label, parties }) => ({ label, refusedBy: beginning(listed(parties)) })),
    };
  });
}
