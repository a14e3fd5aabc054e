/** The JSON document of `winset bargain --json`, schema "winset/bargain@1". */
import { documentHead } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { InputError } from '../input-error.ts';
import type { BargainCase, SessionCase } from './case.ts';
import { foresightDocument } from './foresight-document.ts';
import { ordersDocument } from './orders-document.ts';
import { runsDocument } from './runs-document.ts';
import { agreementDocument, leftDocument, offersDocument, scored, setupDocument } from './setup-document.ts';

export function document(of: BargainCase): Json {
  switch (of.kind) {
    case 'session':
      return sessionDocument(of);
    case 'runs':
      return runsDocument(of);
    case 'orders':
      return ordersDocument(of);
    case 'foresight':
      return foresightDocument(of);
    case 'game':
      throw new InputError(['error: --efg writes a game for Gambit and has no JSON; leave it out']);
  }
}

/** Rounds count from 1; patience is an exact fraction as text. */
function sessionDocument(of: SessionCase): Json {
  const { setup, session, comparison } = of;
  return {
    ...documentHead('bargain', of, of.seed),
    ...setupDocument(of, setup),
    runs: [
      {
        seed: setup.seed,
        ended: session.ended,
        agreement: agreementDocument(of, session.agreement),
        offers: offersDocument(of, session),
        left: leftDocument(of, session),
      },
    ],
    summary: { agreements: session.agreement === null ? 0 : 1, runs: 1 },
    periods: setup.periods.map(({ fromRound, date, scenario }, k) => ({
      fromRound,
      date,
      stage: scenario.stage,
      empty: comparison.glances[k]!.empty,
    })),
    efficient: comparison.agreement?.efficient ?? null,
    beatenBy: comparison.agreement?.dominatedBy ? scored(of, comparison.agreement.dominatedBy) : null,
    warnings: of.warnings,
  };
}
