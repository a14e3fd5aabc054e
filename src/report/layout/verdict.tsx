/** The top of the report: what was asked, the answer, and why there is no deal when there is none. */
import { Box, Text } from './blocks.ts';
import type { ConflictView } from '../view/conflict.ts';
import { columns } from '../text/width.ts';
import type { RefusalTable } from '../view/knot.ts';
import type { HeaderView } from '../view/header.ts';
import type { VerdictView } from '../view/verdict.ts';
import { fitted, GAP, INDENT } from './layout.ts';
import { Cell, Paragraph, Section, WrappedCell } from './parts.tsx';

export function Header({ view, width }: { readonly view: HeaderView; readonly width: number }) {
  return (
    <Box flexDirection="column">
      <Paragraph text={view.title} width={width} indent={0} strong />
      <Paragraph text={view.facts.join(' · ')} width={width} indent={0} quiet />
      {view.assumptions.map((text, k) => (
        <Paragraph key={k} text={text} width={width} indent={0} />
      ))}
    </Box>
  );
}

export function Verdict({ view, width }: { readonly view: VerdictView; readonly width: number }) {
  const parties = fitted(
    view.coalitions.map((row) => row.parties),
    8,
    width - INDENT - 30,
  );
  return (
    <Box flexDirection="column" marginTop={1}>
      {view.asked !== null && (
        <Box marginBottom={1}>
          <Paragraph text={view.asked} width={width} indent={0} />
        </Box>
      )}
      <Paragraph text={view.headline} width={width} indent={0} strong />
      <Paragraph text={view.sentences.join(' ')} width={width} indent={0} />
      {view.coalitions.length > 0 && (
        <Box flexDirection="column" marginTop={1} paddingLeft={INDENT}>
          <Box>
            <Cell width={parties} quiet>
              signers
            </Cell>
            <Text dimColor>deals</Text>
          </Box>
          {view.coalitions.map((row, k) => (
            <Box key={k}>
              <WrappedCell width={parties} text={row.parties} strong={row.shown} />
              <Text>
                {row.deals}
                {row.shown ? ' (shown below)' : ''}
              </Text>
            </Box>
          ))}
          {view.coalitionsNote !== null && <Text>{view.coalitionsNote}</Text>}
        </Box>
      )}
    </Box>
  );
}

export function Conflict({ view, width }: { readonly view: ConflictView; readonly width: number }) {
  const party = fitted(
    view.demands.map((demand) => demand.party),
    4,
    18,
  );
  return (
    <Section title={view.title} width={width}>
      {view.tables.map((table) => (
        <Refusals key={table.title} table={table} width={width} />
      ))}
      {view.demands.map((demand, k) => (
        <Box key={k} paddingLeft={INDENT}>
          <Cell width={party} strong>
            {demand.party}
          </Cell>
          <Paragraph text={`${demand.name}: ${demand.text}`} width={width - INDENT - party - GAP} indent={0} />
        </Box>
      ))}
      <Paragraph text={view.closing} width={width} />
    </Section>
  );
}

/** A row for each option, a column for each party. */
function Refusals({ table, width }: { readonly table: RefusalTable; readonly width: number }) {
  const least = Math.max(4, ...table.parties.map(columns));
  const cell = Math.max(4, Math.min(least, Math.floor((width * 0.6) / table.parties.length) - GAP));
  const room = width - 2 * INDENT - GAP - table.parties.length * (cell + GAP);
  const label = fitted(
    table.rows.map((row) => row.label),
    8,
    Math.max(8, room),
  );
  return (
    <Box flexDirection="column" marginBottom={1}>
      <Paragraph text={table.title} width={width} />
      <Box paddingLeft={2 * INDENT}>
        <Cell width={label}>{''}</Cell>
        {table.parties.map((party, k) => (
          <Cell key={k} width={cell} quiet>
            {party}
          </Cell>
        ))}
      </Box>
      {table.rows.map((row, k) => (
        <Box key={k} paddingLeft={2 * INDENT}>
          <WrappedCell width={label} text={row.label} />
          {row.cells.map((state, party) => (
            <Cell key={party} width={cell} strong={state === 'no'}>
              {state === '' ? '·' : state}
            </Cell>
          ))}
        </Box>
      ))}
      <Paragraph text={table.legend} width={width} indent={2 * INDENT} quiet />
    </Box>
  );
}
