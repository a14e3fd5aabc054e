/** The JSON document of `winset bargain --runs --json`: the sessions, and what they have in common. */
import type { RunsSummary, RunStanding, Spread } from '../../engine/bargain/answer.ts';
import type { Named } from '../../report/case.ts';
import { byParty, documentHead } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { optionId } from '../../scenario/format/options.ts';
import type { RunsCase } from './case.ts';
import { agreementDocument, leftDocument, offersDocument, setupDocument } from './setup-document.ts';

/** The first sessions are told offer by offer; of the others `offers` is null. */
export function runsDocument(of: RunsCase): Json {
  const { setup, runs, draws } = of;
  return {
    ...documentHead('bargain', of, of.seed),
    ...setupDocument(of, setup),
    draws,
    runs: runs.map(({ seed, starter, ended, agreement, session, standing, noZone }) => ({
      seed,
      first: of.scenario.parties[starter]!.id,
      ended,
      agreement: agreementDocument(of, agreement),
      offers: session === null ? null : offersDocument(of, session),
      left: session === null ? null : leftDocument(of, session),
      noZone,
      standing: standing === null ? null : standingDocument(of, standing),
    })),
    summary: summaryDocument(of),
    warnings: of.warnings,
  };
}

function standingDocument(of: Named, { gain, distance, left, nash, nearest, proven }: RunStanding): Json {
  return {
    gain: byParty(of, (party) => gain[party]!),
    distance,
    left,
    nash,
    nearest: nearest === null ? null : { draft: of.scenario.drafts[nearest.draft]!.id, share: nearest.share },
    proven,
  };
}

function summaryDocument(of: RunsCase): Json {
  const { summary, asked } = of;
  const { runs, deals, share, interval, failed, rounds, distance, left, nash, gain, unproven } = summary;
  return {
    runs,
    asked,
    agreements: deals,
    share,
    interval: [...interval],
    failed: { ...failed },
    rounds: spreadDocument(rounds),
    distance: spreadDocument(distance),
    left: spreadDocument(left),
    nash: spreadDocument(nash),
    gain: byParty(of, (party) => spreadDocument(gain[party] ?? null)),
    clauses: clausesDocument(of, summary),
    nearest: Object.fromEntries(of.scenario.drafts.map(({ id }, draft) => [id, summary.nearest[draft]!])),
    unproven,
  };
}

/** By issue and option: the number of deals with it. */
function clausesDocument({ scenario, compiled }: Named, { options }: RunsSummary): Json {
  const { offsets } = compiled.problem;
  return Object.fromEntries(
    scenario.issues.map((issue, k) => {
      const counts = options.slice(offsets[k], offsets[k + 1]);
      return [issue.id, Object.fromEntries(counts.map((count, option) => [optionId(issue, option), count]))];
    }),
  );
}

function spreadDocument(spread: Spread | null): Json {
  return spread === null ? null : { ...spread };
}
