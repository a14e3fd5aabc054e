/** A role's sheet and the public issues, as the pages of a class show them. */
import { optionPoints } from '../engine/deal.ts';
import { worthTo } from '../class/game.ts';
import type { Game } from '../class/game.ts';
import { optionLabel } from '../report/view/words.ts';
import { clauseHas } from '../scenario/format/choice.ts';
import { isNotArising } from '../scenario/format/conditional.ts';
import { optionCount, optionId } from '../scenario/format/options.ts';
import type { Issue, Pattern } from '../scenario/scenario.ts';
import type { Sheet } from './sheet.ts';
import type { IssueView, Options } from './wire.ts';

/** More numbers than a page can list for one issue. */
export const MOST_LISTED = 2000;

/** Of one role at a stage, from its own numbers alone. @throws RangeError when there is no such role */
export function sheetOf(game: Game, stage: string | null, role: string): Sheet {
  const { scenario, compiled } = game.at(stage);
  const { problem } = compiled;
  const index = game.roles.indexOf(role);
  const [party, units] = [scenario.parties[index], problem.parties[index]];
  if (party === undefined || units === undefined) throw new RangeError(`no role '${role}'`);
  const { least, noDeal } = worthTo(game, stage, role, null);
  return {
    least,
    noDeal,
    strict: units.strict,
    issues: scenario.issues.map((issue, k) => {
      const points = idsOf(issue).map((id, option) => [id, optionPoints(problem, units, k, option)] as const);
      return { issue: issue.id, points: Object.fromEntries(points) };
    }),
    adjustments: party.adjustments.map(({ when, add }) => ({ when: optionsOf(when, scenario.issues), add })),
    redLines: party.redLines.map(({ id, when, why }) => ({ when: optionsOf(when, scenario.issues), why: why ?? id })),
  };
}

/** The title of an issue with more options than a page can list; null where there is none. */
export function tooLong({ file: { issues } }: Game): string | null {
  return issues.find((issue) => optionCount(issue) > MOST_LISTED)?.title ?? null;
}

/** Public: what can be chosen. */
export function issuesOf({ file }: Game): readonly IssueView[] {
  return file.issues.map((issue, k) => ({
    id: issue.id,
    title: issue.title,
    summary: issue.summary ?? null,
    options: idsOf(issue)
      .map((id, option) => ({
        id,
        label: optionLabel(file, k, option),
        text: issue.named.find((named) => named.id === id)?.text ?? null,
      }))
      .filter(({ id }) => !isNotArising(issue, id)),
    only: issue.only === undefined ? null : optionsOf(issue.only, file.issues),
  }));
}

function optionsOf(pattern: Pattern, issues: readonly Issue[]): Options {
  return pattern.map((clause) => {
    const issue = issues.find(({ id }) => id === clause.issue);
    if (issue === undefined) throw new RangeError(`no issue '${clause.issue}'`);
    return { issue: issue.id, options: idsOf(issue).filter((_, option) => clauseHas(issue, clause, option)) };
  });
}

/** All options, those of a long range too: a page lists them one by one. */
function idsOf(issue: Issue): readonly string[] {
  return Array.from({ length: optionCount(issue) }, (_, option) => optionId(issue, option));
}
