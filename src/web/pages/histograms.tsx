/** @jsxImportSource preact */
/** How many teams have signed, and how many points each role got out of it. */
import type { Histogram, Tally } from '../wire.ts';

interface Shown {
  readonly tally: Tally;
  readonly histograms: readonly Histogram[];
  /** By role. */
  readonly names: Readonly<Record<string, string>>;
}

const STEP = 10;
const BAR = 24;
const HIGH = 60;

export function Histograms({ tally, histograms, names }: Shown) {
  const { teams, signed, noDeal } = tally;
  const most = Math.max(1, ...histograms.flatMap(({ counts }) => counts));
  return (
    <section aria-labelledby="results-title" id="results">
      <h2 id="results-title">Results so far</h2>
      <p>
        {signed} of {teams} teams have signed a deal, {noDeal} have ended without one.
      </p>
      <div class="charts">
        {histograms.map(({ role, from, counts }) => (
          <figure key={role}>
            <figcaption>{names[role] ?? role}: points</figcaption>
            <svg
              role="img"
              aria-label={`${names[role] ?? role}: ${barWords(from, counts)}`}
              viewBox={`0 0 ${counts.length * BAR} ${HIGH + 30}`}
            >
              {counts.map((count, k) => (
                <g key={k}>
                  <rect
                    x={k * BAR + 2}
                    y={HIGH + 12 - (count / most) * HIGH}
                    width={BAR - 4}
                    height={(count / most) * HIGH}
                  />
                  {count === 0 ? null : (
                    <text x={k * BAR + BAR / 2} y={HIGH + 9 - (count / most) * HIGH}>
                      {count}
                    </text>
                  )}
                  <text x={k * BAR + BAR / 2} y={HIGH + 26}>
                    {from + k * STEP}
                  </text>
                </g>
              ))}
            </svg>
          </figure>
        ))}
      </div>
    </section>
  );
}

function barWords(from: number, counts: readonly number[]): string {
  const said = counts.flatMap((count, k) =>
    count === 0 ? [] : [`${count} with ${from + k * STEP} to ${from + (k + 1) * STEP}`],
  );
  return said.join(', ');
}
