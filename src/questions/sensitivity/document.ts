/**
 * The JSON document of `winset sensitivity --json`, schema "winset/sensitivity@1".
 */
import { documentHead } from '../../report/json.ts';
import type { Json } from '../../report/json.ts';
import { smaaDocument } from './document-draws.ts';
import { breakpointsDocument, criticalDocument } from './document-breakpoints.ts';
import { stagesDocument } from './document-stages.ts';
import { tornadoDocument } from './document-tornado.ts';
import type { SensitivityCase } from './case.ts';

/** Parts that were not asked for are null. */
export function document(of: SensitivityCase): Json {
  const { smaa, tornado, stages } = of;
  return {
    ...documentHead('sensitivity', of, of.seed),
    tornado: tornado === null ? null : tornadoDocument(tornado),
    breakpoints: tornado === null ? null : breakpointsDocument(tornado),
    critical: tornado === null ? null : criticalDocument(tornado),
    stages: stages === null ? null : stagesDocument(stages),
    smaa: smaa === null ? null : smaaDocument(smaa),
    warnings: of.warnings,
  };
}
