/**
 * The page of every report: its header, what it says, and what it rests on; and the page as text. chalk decides on colours when
 * this file is loaded.
 */
import { Box, renderPage } from './blocks.ts';
import type { ReactElement, ReactNode } from 'react';
import type { HeaderView } from '../view/header.ts';
import { Paragraph, Section } from './parts.tsx';
import { Header } from './verdict.tsx';

interface PageView {
  readonly header: HeaderView;
  readonly footer: readonly string[];
}

/** `width` in columns, at least 60. */
export function Page(props: { readonly view: PageView; readonly width: number; readonly children: ReactNode }) {
  const { view, width, children } = props;
  return (
    <Box flexDirection="column" width={width}>
      <Header view={view.header} width={width} />
      {children}
      <Section title="About this report" width={width}>
        {view.footer.map((text, k) => (
          <Paragraph key={k} text={text} width={width} quiet />
        ))}
      </Section>
    </Box>
  );
}

/** What the report says first: a strong line, and sentences below it. */
export function Opening(props: {
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly width: number;
}) {
  const { headline, sentences, width } = props;
  return (
    <Box flexDirection="column" marginTop={1}>
      <Paragraph text={headline} width={width} indent={0} strong />
      {sentences.map((sentence, k) => (
        <Paragraph key={k} text={sentence} width={width} indent={0} />
      ))}
    </Box>
  );
}

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function pageText(page: ReactElement, width: number): string {
  return `${renderPage(page, width)}\n`;
}
