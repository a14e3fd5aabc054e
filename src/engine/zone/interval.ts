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

/**
 * An interval that holds the mean of a quantity between 0 and 1 with a chance of at least 95 %, whatever else it is, after
 * so many draws of it with this sum and sum of squares (Maurer and Pontil 2009, theorem 4).
 */
export function meanInterval(sum: number, squares: number, draws: number): readonly [number, number] {
  const mean = sum / draws;
  const variance = Math.max(0, squares - sum * mean) / (draws - 1);
  const doubt = Math.log(4 / 0.05);
  const off = Math.sqrt((2 * variance * doubt) / draws) + (7 * doubt) / (3 * (draws - 1));
  return [Math.max(0, mean - off), Math.min(1, mean + off)];
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
