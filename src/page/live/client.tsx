/** @jsxImportSource preact */
/** Makes a page live: unpacks its program and its scenario, starts the workers, and takes over what stands there. */
import { hydrate } from 'preact';
import type { PageContent } from '../content.ts';
import { useEffect, useState } from 'preact/hooks';
import { App } from '../parts/app.tsx';
import type { Live } from '../parts/app.tsx';
import { DrawingContext } from '../parts/drawing.tsx';
import { PACKED, PAPER_WIDTH, widthFor } from '../paper.ts';
import { revive } from '../wire.ts';
import { Desk } from './desk.ts';

void begin();

async function begin(): Promise<void> {
  const root = document.querySelector('#page');
  if (root === null || typeof DecompressionStream === 'undefined') return;
  const [content, carried, program] = await Promise.all([PACKED.content, PACKED.carried, PACKED.program].map(unpacked));
  const address = URL.createObjectURL(new Blob([program!], { type: 'text/javascript' }));
  const desk = new Desk(() => new Worker(address), carried!);
  document.documentElement.classList.add('live');
  const said: PageContent = JSON.parse(content!, revive);
  hydrate(<Page content={said} live={{ desk, keep, location }} />, root);
}

/** Plots as on paper at first, as what stands there was drawn, and then as wide as the window has room. */
function Page({ content, live }: { readonly content: PageContent; readonly live: Live }) {
  const [width, setWidth] = useState(PAPER_WIDTH);
  useEffect(() => {
    const fit = (): void => setWidth(widthFor(document.querySelector('main')?.clientWidth ?? PAPER_WIDTH));
    fit();
    window.addEventListener('resize', fit);
  }, []);
  return (
    <DrawingContext.Provider value={{ document, width }}>
      <App content={content} live={live} />
    </DrawingContext.Provider>
  );
}

/** A part of the page that stands in it as compressed text. */
async function unpacked(id: string): Promise<string> {
  const text = document.querySelector(`#${id}`)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function keep(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
