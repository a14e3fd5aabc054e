/** Times of repeated runs: median with the fastest and slowest, and the quantiles of a list. */

/** Milliseconds over several runs. */
export interface Sample {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** A first run this long (milliseconds) is the measurement; a shorter one only warms up. */
const LONG = 1000;
/** Runs so long together (milliseconds) have paid for compiling the code that they share. */
const WARM_UP = 200;

/** Times of runs after those that warm up; a first run that is long stands alone. */
export function timeWarm(runs: number, run: () => void): Sample {
  const first = timeOnce(run);
  if (first > LONG) return summarise([first]);
  for (let spent = first; spent < WARM_UP;) spent += timeOnce(run);
  return timeRuns(runs, run);
}

export function timeRuns(runs: number, run: () => void): Sample {
  return summarise(Array.from({ length: runs }, () => timeOnce(run)));
}

export function timeOnce(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Of at least one time. */
export function summarise(times: readonly number[]): Sample {
  return { median: quantile(times, 0.5), least: quantile(times, 0), most: quantile(times, 1) };
}

/** Value below which the given part of the list lies, between the two nearest entries; at least one entry. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return above === below ? below : below + (above - below) * (place - Math.floor(place));
}
