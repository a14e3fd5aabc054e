/** @jsxImportSource preact */
/** Where plots are drawn: in the browser's document, or in one that exists only while the file is written. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Figure } from '../plots/figure.ts';

export interface Drawing {
  readonly document: Document;
  /** Pixels across. */
  readonly width: number;
}

export const DrawingContext = createContext<Drawing | null>(null);

export function Plotted({ figure }: { readonly figure: Figure | null }) {
  const drawing = useContext(DrawingContext);
  if (figure === null || drawing === null) return null;
  const svg = figure.draw(drawing.document, drawing.width);
  svg.setAttribute('aria-hidden', 'true');
  // The plot library writes every text of the scenario as text; see the tests on hostile names.
  return <div class="plot" role="img" aria-label={figure.alt} dangerouslySetInnerHTML={{ __html: svg.outerHTML }} />;
}
