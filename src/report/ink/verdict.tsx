/** The top of the report: what was asked, the answer, and why there is no deal when there is none. */
import { Box, Text } from 'ink';
import type { ConflictView } from '../view/conflict.ts';
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
      {view.demands.map((demand, k) => (
        <Box key={k} paddingLeft={INDENT}>
          <Cell width={party} strong>
            {demand.party}
          </Cell>
          <Paragraph text={`${demand.name}: ${demand.text}`} width={width - INDENT - party - GAP} indent={0} />
        </Box>
      ))}
      <Paragraph text={view.closing} width={width} />
      {view.refusals.map((refusal, k) => (
        <Box key={k} flexDirection="column" marginTop={1} paddingLeft={INDENT}>
          <Paragraph text={refusal.sentence} width={width - INDENT} indent={0} />
          {refusal.options.map((option, o) => (
            <Box key={o} paddingLeft={INDENT}>
              <Cell
                width={fitted(
                  refusal.options.map(({ label }) => label),
                  8,
                  Math.floor(width / 2),
                )}
              >
                {option.label}
              </Cell>
              <Paragraph text={`refused by ${option.refusedBy}`} width={Math.floor(width / 2) - 8} indent={0} />
            </Box>
          ))}
        </Box>
      ))}
    </Section>
  );
}
