/**
 * The exact 95 % confidence interval of a probability after `hits` successes in `draws` trials (Clopper and Pearson
 * 1934), by bisection on the binomial tail.
 */
export function binomialInterval(hits: number, draws: number): readonly [number, number] {
  const choices = logChoices(draws);
  /** P(X >= least) for X binomial(draws, p). */
  const upperTail = (least: number, p: number): number => {
    const [success, failure] = [Math.log(p), Math.log1p(-p)];
    let tail = 0;
    for (let k = least; k <= draws; k++) {
      const sum = tail + Math.exp(choices[k]! + k * success + (draws - k) * failure);
      // Beyond the likeliest number of hits, terms only become smaller.
      if (sum === tail && k > (draws + 1) * p) break;
      tail = sum;
    }
    return tail;
  };
  const low = hits === 0 ? 0 : bisect((p) => upperTail(hits, p) - 0.025);
  const high = hits === draws ? 1 : bisect((p) => upperTail(hits + 1, p) - 0.975);
  return [low, high];
}

/** Logarithms of the binomial coefficients draws over k. */
function logChoices(draws: number): Float64Array {
  const logs = new Float64Array(draws + 1);
  for (let k = 1; k <= draws; k++) logs[k] = logs[k - 1]! + Math.log(draws - k + 1) - Math.log(k);
  return logs;
}

/** The root of an increasing function on (0, 1). */
function bisect(increasing: (p: number) => number): number {
  let [from, to] = [0, 1];
  for (let round = 0; round < 50; round++) {
    const middle = (from + to) / 2;
    if (increasing(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
