/** @jsxImportSource preact */
/** For the wall: how to come in, the clock, and results once the instructor shows them. */
import type { ProjectorView } from '../wire.ts';
import { Clock } from './clock.tsx';
import { Histograms } from './histograms.tsx';

interface Shown {
  readonly title: string;
  readonly view: ProjectorView;
  readonly trouble: string | null;
}

export function Projector({ title, view, trouble }: Shown) {
  const { address, people, announcements, results } = view;
  return (
    <main class="projector">
      <h1>{title}</h1>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <p class="address">
        Come to <strong>{address}</strong> and type your code word.
      </p>
      <div class="qr">
        <img src="/assets/qr.svg" alt={`Link to ${address}`} width="240" height="240" />
      </div>
      <p>
        {people.here} of {people.seats} are here.
      </p>
      <Clock clock={view.clock} big />
      {announcements.map((text, k) => (
        <p key={k} class="card">
          {text}
        </p>
      ))}
      {results === null ? null : (
        <Histograms tally={results.tally} histograms={results.histograms} names={results.names} />
      )}
    </main>
  );
}
