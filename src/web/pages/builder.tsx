/** @jsxImportSource preact */
/** A text put together issue by issue, with the own points as it stands. */
import type { DealText } from '../../class/event.ts';
import { holds, pointsText, sumOf } from '../sheet.ts';
import type { Sheet } from '../sheet.ts';
import type { IssueView } from '../wire.ts';
import { againstLeast } from './deal.tsx';

/** The option of an issue that does not arise beside the others. */
const NOT_ARISING = 'not-applicable';

interface Building {
  readonly issues: readonly IssueView[];
  readonly sheet: Sheet | null;
  readonly deal: DealText;
  readonly onChange: (deal: DealText) => void;
}

export function Builder({ issues, sheet, deal, onChange }: Building) {
  return (
    <div class="builder">
      {issues.map((issue) =>
        arises(issue, deal) ? (
          <Row
            key={issue.id}
            issue={issue}
            points={sheet?.issues.find((own) => own.issue === issue.id)?.points ?? null}
            chosen={deal[issue.id] ?? ''}
            onChoose={(option) => onChange(withOption(deal, issue.id, option))}
          />
        ) : null,
      )}
      <Total issues={issues} sheet={sheet} deal={deal} />
    </div>
  );
}

/** The whole text as it is sent: issues that do not arise are settled by that. */
export function completeText(issues: readonly IssueView[], deal: DealText): DealText {
  return Object.fromEntries(
    issues.flatMap((issue): [string, string][] => {
      if (!arises(issue, deal)) return [[issue.id, NOT_ARISING]];
      const option = deal[issue.id];
      return option === undefined || option === NOT_ARISING ? [] : [[issue.id, option]];
    }),
  );
}

export function openIssues(issues: readonly IssueView[], deal: DealText): readonly IssueView[] {
  const text = completeText(issues, deal);
  return issues.filter(({ id }) => text[id] === undefined);
}

function arises({ only }: IssueView, deal: DealText): boolean {
  return only === null || holds(only, deal);
}

function withOption(deal: DealText, issue: string, option: string): DealText {
  const { [issue]: _, ...rest } = deal;
  return option === '' ? rest : { ...rest, [issue]: option };
}

interface Choosing {
  readonly issue: IssueView;
  readonly points: Readonly<Record<string, number>> | null;
  readonly chosen: string;
  readonly onChoose: (option: string) => void;
}

function Row({ issue, points, chosen, onChoose }: Choosing) {
  const id = `issue-${issue.id}`;
  const text = issue.options.find((option) => option.id === chosen)?.text ?? issue.summary;
  const own = points?.[chosen];
  return (
    <div class="row">
      <label for={id}>{issue.title}</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">still open</option>
        {issue.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
            {points === null ? '' : ` (${pointsText(points[option.id] ?? 0)})`}
          </option>
        ))}
      </select>
      <span class="points">{own === undefined ? '' : pointsText(own)}</span>
      {text === null ? null : <p class="help">{text}</p>}
    </div>
  );
}

function Total({ issues, sheet, deal }: Omit<Building, 'onChange'>) {
  const open = openIssues(issues, deal).length;
  if (sheet === null) return null;
  const { points, belowLeast, crosses } = sumOf(sheet, completeText(issues, deal));
  const low = open === 0 && (belowLeast || crosses.length > 0);
  return (
    <p class={low ? 'worth low' : 'worth'} aria-live="polite">
      <strong>{pointsText(points)} points</strong>{' '}
      {open > 0
        ? `so far; ${open} ${open === 1 ? 'issue is' : 'issues are'} still open. Your least is ${pointsText(sheet.least)}.`
        : againstLeast(points, sheet.least, belowLeast)}
      {crosses.map((why) => ` It crosses your line: ${why}`)}
    </p>
  );
}
