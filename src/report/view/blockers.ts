/** Who stands alone in the way: deals that everyone else needed would sign and one party does not. */
import type { DealCount } from '../../engine/answer.ts';
import type { Named } from '../case.ts';
import { bigCount, percent, percentOf } from '../text/number.ts';
import type { Focus } from './focus.ts';
import { countFigure, partyName } from './words.ts';

export interface BlockersView {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly BlockerRow[];
}

export interface BlockerRow {
  readonly party: string;
  readonly color: string | undefined;
  readonly deals: string;
  /** Of all combinations, or of those that keep the rules where these were counted. */
  readonly share: string;
  /** 0..1 against the largest count of the table. */
  readonly length: number;
}

export interface BlockersCase extends Named {
  readonly answer: {
    readonly space: bigint;
    /** Combinations that keep the public rules, where they were counted; null where there are no rules. */
    readonly lawful?: DealCount | null;
    readonly zone: { readonly soleBlocker: readonly DealCount[] };
  };
}

export function blockersView(of: BlockersCase, focus: Focus): BlockersView {
  const { scenario, answer } = of;
  const counts = focus.parties.map((party) => ({ party, count: answer.zone.soleBlocker[party]! }));
  const { space, lawful = null } = answer;
  const [among, words] =
    lawful?.kind === 'exact' && lawful.count > 0n && lawful.count < space
      ? [lawful.count, `${bigCount(lawful.count)} that keep the rules, of all ${bigCount(space)}`]
      : [space, bigCount(space)];
  const largest = Math.max(1, ...counts.map(({ count }) => figure(count)));
  return {
    title: 'Sole blockers',
    intro: `Combinations that fail by one party alone: every other signature they need is there (of ${words}).`,
    rows: counts.map(({ party, count }) => ({
      party: partyName(scenario, party),
      color: scenario.parties[party]!.color,
      deals: countFigure(count),
      share:
        count.kind === 'exact' ? percentOf(count.count, among) : percent(Math.min(1, count.estimate / Number(among))),
      length: figure(count) / largest,
    })),
  };
}

function figure(count: DealCount): number {
  return count.kind === 'exact' ? Number(count.count) : count.estimate;
}
