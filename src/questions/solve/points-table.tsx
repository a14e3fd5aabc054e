/** Settled, open and dead: the issues of the zone. */
import { Box, Text } from '../../report/layout/blocks.ts';
import { shareBar } from '../../report/text/bar.ts';
import { padStart } from '../../report/text/width.ts';
import type { OpenIssue, PointsView } from './points.ts';
import { fitted, GAP, INDENT } from '../../report/layout/layout.ts';
import { Cell, Paragraph, Section, WrappedCell } from '../../report/layout/parts.tsx';

const MOST_BAR = 24;
const PERCENT = 9;

export function PointsTable({ view, width }: { readonly view: PointsView; readonly width: number }) {
  const issues = [...view.settled, ...view.open, ...view.dead].map((row) => row.issue);
  const title = fitted(issues, 8, Math.floor((width - INDENT) * 0.4));
  const rest = width - INDENT - title - GAP;
  return (
    <Section title={view.title} width={width}>
      <Paragraph text={view.intro} width={width} quiet />
      <List
        name="Settled"
        rows={view.settled.map(({ issue, option }) => [issue, option] as const)}
        title={title}
        rest={rest}
      />
      <OpenList view={view} title={title} rest={rest} />
      <List
        name="Dead options of open issues"
        rows={view.dead.map(({ issue, options }) => [issue, options] as const)}
        title={title}
        rest={rest}
        hidden={view.deadHidden}
      />
    </Section>
  );
}

function OpenList({ view, title, rest }: { readonly view: PointsView; readonly title: number; readonly rest: number }) {
  if (view.open.length === 0) return null;
  const labels = view.open.flatMap((row) => row.options.map((option) => option.label));
  const label = fitted(labels, 6, rest - PERCENT - 2 * GAP - 6);
  const bar = Math.min(MOST_BAR, rest - label - PERCENT - 2 * GAP);
  return (
    <Box flexDirection="column" marginTop={1} paddingLeft={INDENT}>
      <Text bold>Open</Text>
      {view.open.map((row, k) => (
        <Box key={k}>
          <WrappedCell width={title} text={row.issue} />
          {row.options.some((option) => option.share !== null) ? (
            <Shares row={row} label={label} bar={bar} />
          ) : (
            <Paragraph text={row.options.map((option) => option.label).join('; ')} width={rest} indent={0} />
          )}
        </Box>
      ))}
      {view.openHidden !== null && <Paragraph text={`and ${view.openHidden}`} width={title + rest} indent={0} />}
    </Box>
  );
}

function Shares({ row, label, bar }: { readonly row: OpenIssue; readonly label: number; readonly bar: number }) {
  return (
    <Box flexDirection="column">
      {row.options.map((option, k) => (
        <Box key={k}>
          <Cell width={label}>{option.label}</Cell>
          <Cell width={bar} quiet>
            {option.share === null ? '' : shareBar(option.share, bar)}
          </Cell>
          <Text>{padStart(option.percent, PERCENT)}</Text>
        </Box>
      ))}
    </Box>
  );
}

function List(props: {
  readonly name: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly title: number;
  readonly rest: number;
  readonly hidden?: string | null;
}) {
  if (props.rows.length === 0) return null;
  return (
    <Box flexDirection="column" marginTop={1} paddingLeft={INDENT}>
      <Text bold>{props.name}</Text>
      {props.rows.map(([issue, text], k) => (
        <Box key={k}>
          <WrappedCell width={props.title} text={issue} />
          <Paragraph text={text} width={props.rest} indent={0} />
        </Box>
      ))}
      {typeof props.hidden === 'string' && (
        <Paragraph text={`and ${props.hidden}`} width={props.title + props.rest} indent={0} />
      )}
    </Box>
  );
}
