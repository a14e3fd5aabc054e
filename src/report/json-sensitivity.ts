/**
 * The JSON document of `winset sensitivity --json`, schema "winset/sensitivity@1".
 */
import type { Case } from './case.ts';
import { assumptionsDocument } from './json.ts';
import type { Json } from './json.ts';
import { smaaDocument } from './json-smaa.ts';
import { breakpointsDocument, criticalDocument } from './json-sensitivity-breakpoints.ts';
import { stagesDocument } from './json-sensitivity-stages.ts';
import { tornadoDocument } from './json-sensitivity-tornado.ts';
import type { StagesCase, TornadoCase } from './sensitivity-case.ts';
import type { SmaaCase } from './smaa-case.ts';

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
