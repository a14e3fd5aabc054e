/** What the count of the zone says of options: their share, and whether they are settled, open or dead. */
import type { OptionStatus, Zone } from '../../../engine/answer.ts';
import { sumOfShares } from '../../../report/view/option-runs.ts';
import { counted, percent } from '../../../report/text/number.ts';
import { WITH_MIDDLE } from '../../../report/view/unvalued.ts';
import { countShort } from '../../../report/view/words.ts';
import type { Span } from '../../../engine/option-set.ts';
import type { Tone } from '../../draw/line.ts';
import { hasUnvalued } from '../../../scenario/unvalued.ts';
import type { Context } from '../../model/context.ts';

export interface OptionWords {
  /** "26 %"; empty where it is not known. */
  readonly share: string;
  readonly status: string;
  readonly tone: Tone;
}

/** The zone of the scenario as it is now; null while it is being counted, or could not be. */
function currentZone({ findings }: Context): Zone | null {
  return findings.zone.current ? (findings.zone.last?.answer ?? null) : null;
}

const TONES: Readonly<Record<OptionStatus, Tone>> = { settled: 'good', open: 'plain', dead: 'bad', unknown: 'dim' };

/** How an option stands in the zone. */
export function optionWords(context: Context, issue: number, option: number): OptionWords {
  return runWords(context, issue, { first: option, last: option });
}

/** How options that stand alike do in the zone, taken together. */
export function runWords(context: Context, issue: number, { first, last }: Span): OptionWords {
  const zone = currentZone(context);
  if (zone === null) return { share: '', status: context.findings.zone.failed === null ? 'counting' : '', tone: 'dim' };
  if (zone.empty === true) return { share: '', status: 'no deal', tone: 'dim' };
  const from = context.now.compiled.problem.offsets[issue]!;
  const rows = Array.from({ length: last - first + 1 }, (_, k) => from + first + k);
  const share = sumOfShares(zone.shares, rows);
  const status = zone.status[from + first]!;
  return { share: share === null ? '' : percent(share), status, tone: TONES[status] };
}

/** Status of an option while numbers are put together that stand alike; the same for all while the zone is being counted. */
export function statusAt(context: Context, issue: number): (option: number) => string {
  const zone = currentZone(context);
  const from = context.now.compiled.problem.offsets[issue]!;
  return (option) => zone?.status[from + option] ?? '';
}

/** The zone in one sentence: how many deals, and how many issues are settled. */
export function zoneSentence(context: Context): { readonly text: string; readonly tone: Tone } {
  const { failed, running, last } = context.findings.zone;
  const zone = currentZone(context);
  if (failed !== null) return { text: failed, tone: 'bad' };
  if (zone === null) {
    const before = last === null ? '' : `; before the change: ${zoneWords(last.answer)}`;
    return { text: `counting the zone${running ? ` (${running})` : ''}${before}`, tone: 'dim' };
  }
  const isOpen = hasUnvalued(context.now.scenario);
  if (zone.empty === true && isOpen) return { text: `${WITH_MIDDLE} no deal.`, tone: 'warn' };
  if (zone.empty === true) return { text: 'No deal: the zone is empty.', tone: 'bad' };
  const { offsets } = context.now.compiled.problem;
  const issues = [...context.now.scenario.issues.keys()];
  const settled = issues.filter((issue) => zone.status.slice(offsets[issue], offsets[issue + 1]).includes('settled'));
  const dead = zone.status.filter((status) => status === 'dead').length;
  return {
    text: `${isOpen ? `${WITH_MIDDLE} ` : ''}${zoneWords(zone)}. Settled: ${counted(settled.length, 'issue')}. Dead: ${counted(dead, 'option')}.`,
    tone: 'plain',
  };
}

function zoneWords({ empty, count }: Zone): string {
  if (empty === true) return 'no deal';
  if (empty === null) return 'whether there is a deal is not known within the search budget';
  return `${countShort(count)} in the zone`;
}
