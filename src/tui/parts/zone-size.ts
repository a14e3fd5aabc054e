/** How many deals the zone has, as a bar between 1 and all combinations, and in words that say how sure it is. */
import { isEstimable } from '../../engine/answer.ts';
import type { DealCount } from '../../engine/answer.ts';
import { spaceSize } from '../../engine/problem.ts';
import { bigCount, mostOf, estimatedCount, percentOf } from '../../report/text/number.ts';
import { countShort } from '../../report/view/words.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { joined, line, span } from '../draw/line.ts';
import { logShare } from '../draw/meter.ts';
import { cellOf, stopOf } from '../draw/scale.ts';
import type { Context } from '../model/context.ts';
import type { Latest } from './latest.ts';

/** What is known of the size. */
export type ZoneSize =
  | { readonly kind: 'counted'; readonly count: DealCount; readonly space: bigint }
  /** Not counted for these numbers; `before` is of earlier ones. */
  | { readonly kind: 'open'; readonly before: DealCount | null; readonly space: bigint; readonly why: string };

/** The size of the zone that the latest answers are about. */
export function zoneSizeOf({ findings }: Pick<Context, 'findings'>, { moment }: Latest): ZoneSize {
  const space = spaceSize(moment.about.compiled.problem);
  if (moment.glance.empty === true) return { kind: 'counted', count: { kind: 'exact', count: 0n }, space };
  if (moment.zone !== null) return { kind: 'counted', count: moment.zone.count, space };
  const { last, running, failed } = findings.zone;
  const why = failed ?? `counting... ${running ?? ''}`.trimEnd();
  return { kind: 'open', before: last?.answer.count ?? null, space, why };
}

/** "1,204 of 6,000 combinations (20 %), exact", or what is proven and estimated. */
export function sizeWords(size: ZoneSize): string {
  if (isEmpty(size)) return 'empty, proven';
  if (size.kind === 'open') {
    return size.before === null ? size.why : `${size.why} (${figureWords(size.before)} before)`;
  }
  const { count, space } = size;
  if (count.kind === 'exact') {
    return `${bigCount(count.count)} of ${bigCount(space)} combinations (${percentOf(count.count, space)}), exact`;
  }
  const [from, to] = count.interval;
  const least = count.low > 1n ? `${bigCount(count.low, 'down')} to ` : 'up to ';
  if (!isEstimable(count)) return `proven: ${least}${mostOf(count.high, space)}`;
  return (
    `estimate ${estimatedCount(count.estimate)} (95 %: ${estimatedCount(from)} to ${estimatedCount(to)}); ` +
    `proven: ${least}${mostOf(count.high, space)}`
  );
}

/** The same in a word or two: "1,204 deals, exact", "about 3.2 × 10^9 deals". */
export function shortSize(size: ZoneSize): string {
  if (isEmpty(size)) return 'empty, proven';
  if (size.kind === 'open') return size.why;
  return size.count.kind === 'exact' ? `${figureWords(size.count)}, exact` : figureWords(size.count);
}

function isEmpty(size: ZoneSize): boolean {
  return size.kind === 'counted' && size.count.kind === 'exact' && size.count.count === 0n;
}

/** "1,204 deals", "about 3.2 × 10^9 deals", "empty". */
export function figureWords(count: DealCount): string {
  return count.kind === 'exact' && count.count === 0n ? 'empty' : countShort(count);
}

/** `1 ███▓▓░░░ 3.7 × 10^27`: filled up to what is proven, shaded up to the proven most, a mark at the estimate. */
export function sizeBar(size: ZoneSize, width: number, glyphs: Glyphs): Line {
  const most = `${bigCount(size.space)} (log)`;
  const columns = width - most.length - 3;
  if (columns < 4) return [];
  const count = size.kind === 'counted' ? size.count : size.before;
  const cells =
    count === null ? [span(glyphs.bar.rest.repeat(columns), 'dim')] : cellsOf(count, size.space, columns, glyphs);
  return line(span('1 ', 'dim'), ...cells, span(` ${most}`, 'dim'));
}

function cellsOf(count: DealCount, space: bigint, columns: number, glyphs: Glyphs): Line {
  const exact = count.kind === 'exact';
  const proven = filledTo(exact ? count.count : count.low, space, columns);
  const possible = filledTo(exact ? count.count : count.high, space, columns);
  const mark = exact ? -1 : cellOf(logShare(BigInt(Math.round(count.estimate)), space), columns);
  return joined(
    Array.from({ length: columns }, (_, k) => {
      if (k === mark) return span(glyphs.slider.knob, 'strong');
      if (k < proven) return span(glyphs.bar.filled, 'good');
      return k < possible ? span(glyphs.track.mixed, 'warn') : span(glyphs.bar.rest, 'dim');
    }),
  );
}

/** One column at least for any deal, all of them only for all combinations. */
function filledTo(deals: bigint, space: bigint, columns: number): number {
  const share = logShare(deals, space);
  if (share === 0 || share === 1) return share * columns;
  return Math.min(columns - 1, Math.max(1, stopOf(share, columns + 1)));
}
