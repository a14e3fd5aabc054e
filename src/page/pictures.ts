/** What the plots of a page are drawn from: numbers and names, no sizes and no colours of a screen. */
import type { FrontierCase } from '../questions/frontier/case.ts';
import {
  frontierHeadline,
  guaranteeSentence,
  landmarkKind,
  landmarkName,
  scopeSentence,
} from '../questions/frontier/view.ts';
import type { LandmarkKind } from '../questions/frontier/view.ts';
import type { StagesCase, TornadoCase } from '../questions/sensitivity/case.ts';
import { movesSlack } from '../engine/sensitivity/effect.ts';
import { numberWords } from '../questions/sensitivity/tornado.ts';
import { accepts } from '../engine/deal.ts';
import { reservationOf } from '../report/case.ts';
import { everybody } from '../report/digits.ts';
import { oneLine } from '../report/text/width.ts';
import type { DealsView } from '../report/view/deals.ts';
import { utilityScale } from '../report/view/scale.ts';
import { partyShort } from '../report/view/words.ts';

/** A party as plots name it; `from` and `to` are the ends of its scale, in points. */
export interface PlotParty {
  readonly short: string;
  readonly color: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

/** What deals are worth to each party against the least it signs for. */
export interface BarsPicture {
  readonly parties: readonly PlotParty[];
  readonly deals: readonly {
    readonly name: string;
    readonly cells: readonly { readonly value: number; readonly words: string; readonly reaches: boolean }[];
  }[];
}

export function barsPicture({ parties, columns }: DealsView): BarsPicture {
  return {
    parties: parties.map(({ short, color, scale, threshold }) => ({ short, color, ...scale, least: threshold })),
    deals: columns.map(({ letter, heading, cells }) => ({
      name: heading === '' ? letter : `${letter} ${heading}`,
      cells: cells.map(({ value, utility, beside, reaches }) => ({ value, words: `${utility} (${beside})`, reaches })),
    })),
  };
}

export interface FrontierPicture {
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly parties: readonly PlotParty[];
  readonly points: readonly PlotPoint[];
  /** Solutions, drafts and no deal. */
  readonly marks: readonly {
    readonly name: string;
    readonly kind: LandmarkKind;
    readonly values: readonly number[];
  }[];
}

export interface PlotPoint {
  readonly values: readonly number[];
  /** By party: whether it would sign. */
  readonly signs: readonly boolean[];
}

/** More points than these make a picture that nobody can read; the ends and an even choice between them stay. */
const MOST_POINTS = 400;

/** Null where no efficient deal is known. */
export function frontierPicture(of: FrontierCase): FrontierPicture | null {
  const { scenario, compiled, answer } = of;
  const { problem } = compiled;
  const { points } = answer.frontier;
  if (points.length === 0) return null;
  const stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  return {
    headline: frontierHeadline(of),
    sentences: [scopeSentence(of), guaranteeSentence(of)],
    parties: plotParties(of),
    points: points
      .filter((_, k) => k % stride === 0 || k === points.length - 1)
      .map(({ utility, deal }) => ({
        values: utility,
        signs: problem.parties.map((party) => accepts(problem, party, deal)),
      })),
    marks: answer.landmarks.map((landmark) => ({
      name: landmarkName(scenario, landmark),
      kind: landmarkKind(landmark),
      values: landmark.utility,
    })),
  };
}

function plotParties(of: Pick<FrontierCase, 'scenario' | 'compiled'>): readonly PlotParty[] {
  return everybody(of).map((party) => ({
    short: partyShort(of.scenario, party),
    color: of.scenario.parties[party]!.color,
    ...utilityScale(of, party),
    least: reservationOf(of, party),
  }));
}

/** How far single numbers move the common slack. */
export interface TornadoPicture {
  /** As things stand; null where red lines leave no deal. */
  readonly base: number | null;
  readonly rows: readonly {
    readonly name: string;
    readonly color: string | undefined;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

const MOST_ROWS = 15;

export function tornadoPicture({ scenario, answer, numbers, order }: TornadoCase): TornadoPicture {
  const { base, swings } = answer;
  const moving = order.filter((k) => {
    return [swings[k]!.low, swings[k]!.high].some((effect) => movesSlack(base, effect));
  });
  return {
    base: base.uniformSlack,
    rows: moving.slice(0, MOST_ROWS).map((k) => ({
      name: numberWords({ scenario }, numbers[k]!),
      color: scenario.parties[numbers[k]!.party]!.color,
      low: swings[k]!.low.uniformSlack,
      high: swings[k]!.high.uniformSlack,
    })),
  };
}

/** How far the window is from closing or opening at each date. */
export interface DatesPicture {
  readonly stages: readonly {
    readonly date: string | null;
    readonly title: string;
    /** Null: red lines leave no deal. */
    readonly slack: number | null;
    readonly deal: boolean;
  }[];
}

export function datesPicture({ stages }: StagesCase): DatesPicture {
  return {
    stages: stages.map(({ date, title, outcome }) => ({
      date,
      title: oneLine(title),
      slack: outcome.uniformSlack,
      deal: outcome.coalition !== null,
    })),
  };
}
