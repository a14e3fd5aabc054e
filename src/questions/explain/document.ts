/**
 * The JSON document of `winset explain --json`, schema "winset/explain@1".
 */
import { choiceAt } from '../../engine/problem.ts';
import type {
  ClauseChange,
  DraftExplanation,
  Edits,
  Exchange,
  Exchanges,
  Firmness,
  Opening,
  OpeningWay,
  Slack,
} from '../../engine/explain/answer.ts';
import type { ExplainCase } from './case.ts';
import { atOwnDate } from './case.ts';
import { explanationGaps } from '../../report/gaps.ts';
import {
  documentHead,
  byOption,
  byParty,
  constraintDocument,
  countDocument,
  dealDocument,
  draftDocument,
  noDealEntry,
  partyIds,
  unprovenIn,
  newOptionsDocument,
} from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { record } from '../../report/json-text.ts';
import { optionId, spanIds } from '../../scenario/format/options.ts';

/**
 * `openings` is empty where there is a zone, `zone` null where there is none. What the search budget left open is null
 * (`empty`, a measure of `openings`) or `unknown` (an option's status, a headroom); `unproven` then names the parts of
 * the document that may lack something, and is absent where nothing does.
 */
export function document(of: ExplainCase): Json {
  const { scenario, answer } = of;
  const { obstacles } = answer;
  return {
    ...documentHead('explain', of, of.seed),
    space: { deals: answer.space.toString(), issues: scenario.issues.length },
    empty: answer.empty,
    conflicts: (obstacles?.conflicts ?? []).map((set) => set.map((demand) => constraintDocument(of, demand))),
    repairs: (obstacles?.repairs ?? []).map((set) => set.map((demand) => constraintDocument(of, demand))),
    complete: obstacles?.complete ?? true,
    openings:
      obstacles === null
        ? {}
        : {
            total: openingDocument(of, obstacles.openings.total),
            largest: openingDocument(of, obstacles.openings.largest),
            parties: openingDocument(of, obstacles.openings.parties),
            redLines: openingDocument(of, obstacles.openings.redLines),
          },
    newOptions: obstacles === null ? [] : newOptionsDocument(of, obstacles.newOptions),
    newOptionsComplete: obstacles?.newOptions.complete ?? true,
    slack: slackDocument(of, answer.slack),
    zone: answer.firmness === null ? null : firmnessDocument(of, answer.firmness),
    exchanges: answer.exchanges === null ? null : exchangesDocument(of, answer.exchanges),
    drafts: record([
      ...answer.drafts.map((draft) => {
        const at = atOwnDate(of, draft.draft);
        return [scenario.drafts[draft.draft]!.id, { stage: at.scenario.stage, ...edited(at, draft) }] as const;
      }),
      ...noDealEntry(of, answer.noDeal ?? null, UNCHANGED),
    ]),
    ...unprovenIn(explanationGaps(answer)),
    warnings: of.warnings,
  };
}

/** No deal has no clauses that could change. */
const UNCHANGED = { edits: [], pleasing: [], exchanges: null };

/** `who` has the parties that give way, with the points each gives up; 0 for one that only drops red lines. */
function openingDocument(of: ExplainCase, opening: Opening | null): Json {
  if (opening === null) return null;
  const { value, ways, complete } = opening;
  const [first] = ways;
  return {
    value,
    deals: ways.map(({ deal }) => dealDocument(of, deal)),
    who: first === undefined ? {} : whoGives(of, first),
    ways: ways.map((way) => ({
      deal: dealDocument(of, way.deal),
      utility: byParty(of, (party) => way.utility[party]!),
      signers: partyIds(of, way.signers),
      who: whoGives(of, way),
      ...(way.beyond.length > 0 && { beyond: partyIds(of, way.beyond) }),
      redLines: way.dropped.map((line) => constraintDocument(of, line)),
      rule: way.nash ? 'nash' : 'fewest-points',
      proven: way.proven,
    })),
    complete,
  };
}

function whoGives({ scenario }: ExplainCase, { cuts, beyond, dropped }: OpeningWay): Json {
  const givers = [...scenario.parties.keys()].filter(
    (party) => cuts[party]! > 0 || beyond.includes(party) || dropped.some((line) => line.party === party),
  );
  return record(givers.map((party) => [scenario.parties[party]!.id, cuts[party]!]));
}

/** `headroom` is null where `headroomIs` says that the party is not needed, that it alone cannot open the zone, or that it is not known. */
function slackDocument(of: ExplainCase, { uniform, headroom }: Slack): Json {
  return {
    uniform,
    headroom: byParty(of, (party) => {
      const found = headroom[party]!;
      return found.kind === 'points' ? found.points : null;
    }),
    headroomIs: byParty(of, (party) => headroom[party]!.kind),
  };
}

function firmnessDocument(of: ExplainCase, firmness: Firmness): Json {
  const { status, dead, closing, tightest, soleBlocker, complete } = firmness;
  const { issues, parties } = of.scenario;
  const living = [...status.keys()].filter((row) => status[row] !== 'dead');
  // Deals without an option that is open are known; without others, only where every refusal was looked at.
  const known = complete ? living : living.filter((row) => status[row] === 'open');
  return {
    status: byOption(of, (row) => status[row]!),
    dead: dead.map(({ row, ruledOut, refusedBy }) => {
      const { issue, option } = choiceAt(of.compiled.problem, row);
      return {
        issue: issues[issue]!.id,
        option: optionId(issues[issue]!, option),
        ruledOut,
        refusedBy: refusedBy.map(({ party, byRedLines }) => ({ party: parties[party]!.id, byRedLines })),
      };
    }),
    newRedLines: byParty(of, (party) => {
      const closes = new Set(closing[party]);
      return {
        close: optionsDocument(
          of,
          living.filter((row) => closes.has(row)),
        ),
        open: optionsDocument(
          of,
          known.filter((row) => !closes.has(row)),
        ),
      };
    }),
    tightest: tightest.map(({ line, points }) => ({ redLine: constraintDocument(of, line), points })),
    soleBlocker: byParty(of, (party) => {
      const count = soleBlocker[party]!;
      return count.kind === 'exact' ? count.count.toString() : countDocument(count);
    }),
  };
}

/** Flat option numbers as lists of option ids by issue, numbers of a number line in spans. */
function optionsDocument({ scenario, compiled }: ExplainCase, rows: readonly number[]): Json {
  const { offsets } = compiled.problem;
  const byIssue = scenario.issues.flatMap((issue, k) => {
    const own = rows.filter((row) => row >= offsets[k]! && row < offsets[k + 1]!).toSorted((a, b) => a - b);
    const ids = spanIds(
      issue,
      own.map((row) => row - offsets[k]!),
    );
    return ids.length === 0 ? [] : [[issue.id, ids] as const];
  });
  return record(byIssue);
}

function edited(
  of: ExplainCase,
  { answer, edits, pleasing, exchanges }: DraftExplanation,
): { readonly [key: string]: Json } {
  return {
    ...draftDocument(of, answer),
    edits: edits.map(({ without, edits: found }) => ({
      without: without.map((demand) => constraintDocument(of, demand)),
      ...editsDocument(of, found),
    })),
    pleasing: pleasing.map((change) => ({
      change: changesDocument(of, [change]),
      gain: byParty(of, (party) => change.gain[party]!),
    })),
    exchanges: exchanges === null ? null : exchangesDocument(of, exchanges),
  };
}

function editsDocument(of: ExplainCase, { distance, ways, complete, count }: Edits): { readonly [key: string]: Json } {
  return {
    distance,
    count: count === null ? null : count.toString(),
    complete,
    ways: ways.map(({ changes, deal, utility }) => ({
      changes: changesDocument(of, changes),
      deal: dealDocument(of, deal),
      utility: byParty(of, (party) => utility[party]!),
    })),
  };
}

function exchangesDocument(of: ExplainCase, exchanges: Exchanges): Json {
  const list = (entries: readonly Exchange[], count: number): Json => ({
    count,
    complete: entries.length === count && exchanges.triples && exchanges.complete,
    list: entries.map(({ changes, gain, everyone }) => ({
      changes: changesDocument(of, changes),
      gain: byParty(of, (party) => gain[party]!),
      everyoneGains: everyone,
    })),
  });
  return {
    from: dealDocument(of, exchanges.from.deal),
    utility: byParty(of, (party) => exchanges.from.utility[party]!),
    logrolls: list(exchanges.logrolls, exchanges.logrollCount),
    packages: list(exchanges.packages, exchanges.packageCount),
  };
}

/** The new options by issue. */
function changesDocument({ scenario }: ExplainCase, changes: readonly ClauseChange[]): Json {
  return record(
    changes.map(({ issue, option }) => {
      return [scenario.issues[issue]!.id, optionId(scenario.issues[issue]!, option)] as const;
    }),
  );
}
