/** What would open a zone: each way out in words, options that are on no list, and the deals side by side. */
import { Box } from './blocks.ts';
import { columns } from '../text/width.ts';
import type { OpeningsView } from '../view/openings.ts';
import { DealsBody } from './deals-table.tsx';
import { GAP, INDENT } from './layout.ts';
import { Command, Labelled, Paragraph, Section } from './parts.tsx';

const LABEL = 1;

export function Openings({ view, width }: { readonly view: OpeningsView; readonly width: number }) {
  const beside = INDENT + LABEL + GAP;
  return (
    <Section title={view.title} width={width}>
      <Paragraph text={view.intro} width={width} quiet />
      {view.ways.map(({ letter, text, command }) => (
        <Box key={letter} flexDirection="column">
          <Labelled label={letter} labelWidth={Math.max(LABEL, columns(letter))} text={text} width={width} />
          {command !== null && (
            <Box paddingLeft={beside}>
              <Command text={command} width={width - beside} />
            </Box>
          )}
        </Box>
      ))}
      {view.newOptions.map((text) => (
        <Labelled key={text} label="+" labelWidth={LABEL} text={text} width={width} />
      ))}
      {view.notes.map((note, k) => (
        <Paragraph key={k} text={note} width={width} quiet />
      ))}
      <Box flexDirection="column" marginTop={1}>
        <DealsBody view={view.deals} width={width} />
      </Box>
    </Section>
  );
}
