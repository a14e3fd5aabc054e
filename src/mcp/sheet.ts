/** A scenario on one sheet, as plain data: what is public, and the numbers that the client may know. */
import type { Json } from '../report/json.ts';
import { factsOf } from '../questions/show/facts.ts';
import type { Place } from '../questions/paths.ts';
import { record } from '../report/json-text.ts';
import type { About } from './about.ts';

/** By id, what `show` says of each party, issue, rule, draft and stage, red lines under their party. */
export function sheetOf({ sound: { scenario }, everybody }: About): Json {
  const { title, summary = null, asOf = null, parties, issues, rules, drafts, stages } = scenario;
  const facts = (list: readonly { readonly id: string }[], placeOf: (index: number) => Place): Json =>
    record(list.map(({ id }, index) => [id, factsOf(scenario, placeOf(index))] as const));
  return {
    title,
    summary,
    asOf,
    everybody: [...everybody],
    parties: record(
      parties.map((party, k) => {
        const lines = facts(party.redLines, (index) => ({ kind: 'redLine', party: k, id: party.redLines[index]!.id }));
        return [party.id, { ...factsOf(scenario, { kind: 'party', party: k }), redLines: lines }] as const;
      }),
    ),
    issues: facts(issues, (issue) => ({ kind: 'issue', issue })),
    rules: facts(rules, (index) => ({ kind: 'rule', index })),
    drafts: facts(drafts, (index) => ({ kind: 'draft', index })),
    stages: facts(stages, (index) => ({ kind: 'stage', index })),
  };
}
