/** A least utility as a deal: the least good of the deals that reach it, so that the same deals are accepted. */
import type { Fraction } from '../../exact/fraction.ts';
import { leastCommonMultiple } from '../../exact/integers.ts';

const MOST_DEALS = 200_000;

export type Least =
  /** Option by issue. */
  | { readonly kind: 'deal'; readonly deal: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'too many' };

/** Looks at every deal; `utilities` by issue and option are added up. */
export function leastReaching(utilities: readonly (readonly Fraction[])[], least: Fraction): Least {
  const deals = utilities.reduce((product, own) => product * own.length, 1);
  if (deals > MOST_DEALS) return { kind: 'too many' };
  const scale = [...utilities.flat(), least].reduce((all, { den }) => leastCommonMultiple(all, den), 1n);
  const units = utilities.map((own) => own.map(({ num, den }) => num * (scale / den)));
  const floor = least.num * (scale / least.den);
  let best: { readonly sum: bigint; readonly deal: readonly number[] } | null = null;
  const deal: number[] = [];
  const walk = (issue: number, sum: bigint): void => {
    const own = units[issue];
    if (own === undefined) {
      if (sum >= floor && (best === null || sum < best.sum)) best = { sum, deal: [...deal] };
      return;
    }
    for (const [option, unit] of own.entries()) {
      deal.push(option);
      walk(issue + 1, sum + unit);
      deal.pop();
    }
  };
  walk(0, 0n);
  return found(best);
}

function found(best: { readonly deal: readonly number[] } | null): Least {
  return best === null ? { kind: 'none' } : { kind: 'deal', deal: best.deal };
}
