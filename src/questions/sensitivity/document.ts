/**
 * The JSON document of `winset sensitivity --json`, schema "winset/sensitivity@1".
 */
import type { Case } from '../../report/case.ts';
import { assumptionsDocument } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { smaaDocument } from './document-draws.ts';
import { breakpointsDocument, criticalDocument } from './document-breakpoints.ts';
import { stagesDocument } from './document-stages.ts';
import { tornadoDocument } from './document-tornado.ts';
import type { StagesCase, TornadoCase } from './case.ts';
import type { SmaaCase } from './draws-case.ts';

export interface SensitivityParts {
  readonly smaa: SmaaCase | null;
  readonly tornado: TornadoCase | null;
  readonly stages: StagesCase | null;
}

/** Parts that were not asked for are null. */
export function sensitivityDocument(of: Omit<Case, 'answer'>, { smaa, tornado, stages }: SensitivityParts): Json {
  const { scenario } = of;
  return {
    schema: 'winset/sensitivity@1',
    version: of.version,
    scenario: { title: scenario.title, hash: scenario.hash, stage: scenario.stage },
    seed: of.seed,
    assumptions: assumptionsDocument(of.assumptions),
    tornado: tornado === null ? null : tornadoDocument(tornado),
    breakpoints: tornado === null ? null : breakpointsDocument(tornado),
    critical: tornado === null ? null : criticalDocument(tornado),
    stages: stages === null ? null : stagesDocument(stages),
    smaa: smaa === null ? null : smaaDocument(smaa),
    warnings: of.warnings,
  };
}
