/** What the numbers of a page rest on: each party's positions with reason, date and confidence, and the sources as notes. */
import { confidenceSentence } from '../report/view/footer.ts';
import { issueWords, partyName, sentence } from '../report/view/words.ts';
import { groundWords, placeWords, sourceLines, statements } from '../questions/show/words.ts';
import type { Place } from '../questions/paths.ts';
import { THRESHOLDS } from '../questions/paths.ts';
import type { Party, Provenance, Scenario } from '../scenario/scenario.ts';

export interface Grounds {
  readonly sentence: string;
  readonly parties: readonly { readonly name: string; readonly rows: readonly GroundRow[] }[];
  /** By number, from 1. */
  readonly sources: readonly string[];
}

export interface GroundRow {
  readonly what: string;
  readonly says: string;
  /** "stated, 2025-11-20". */
  readonly ground: string;
  readonly why: string;
  /** Numbers of sources. */
  readonly sources: readonly number[];
}

/** `names`: false leaves out reasons and sources, which may tell where a number is from. */
export function groundsOf(scenario: Scenario, names: boolean): Grounds {
  const cited = new Map(scenario.sources.map(({ id }, k) => [id, k + 1]));
  return {
    sentence: confidenceSentence(scenario),
    parties: scenario.parties.map((party, index) => ({
      name: partyName(scenario, index),
      rows: rowsOf(scenario, party, index).map(({ sources, why, ...row }) => ({
        ...row,
        why: names ? why : '',
        sources: names ? sources.flatMap((id) => cited.get(id) ?? []) : [],
      })),
    })),
    sources: names
      ? scenario.sources.flatMap(({ id }) =>
          sourceLines(scenario, [id]).map((line) => line.slice(line.indexOf(': ') + 2)),
        )
      : [],
  };
}

interface NamedRow extends Omit<GroundRow, 'sources'> {
  readonly sources: readonly string[];
}

function rowsOf(scenario: Scenario, party: Party, index: number): readonly NamedRow[] {
  const said = (place: Place, what: string, number: Provenance, around: Provenance = {}): NamedRow => ({
    what,
    says: statements(scenario, place).join('; '),
    ground: groundWords(number, around),
    why: wordsOf(number.why ?? around.why),
    sources: number.sources ?? around.sources ?? [],
  });
  return [
    ...THRESHOLDS.flatMap((key) => {
      const number = party[key];
      const place: Place = { kind: 'threshold', party: index, key };
      return number === undefined ? [] : [said(place, afterName(placeWords(scenario, place)), number)];
    }),
    ...party.redLines.map(({ id, why, sources = [] }) => {
      const place: Place = { kind: 'redLine', party: index, id };
      return { ...said(place, `red line ${id}`, {}), why: wordsOf(why), sources };
    }),
    ...party.preferences.issues.flatMap((own, issue) => {
      const place: Place = { kind: 'position', party: index, issue };
      return own.mentioned ? [said(place, issueWords(scenario, issue), own)] : [];
    }),
  ];
}

function wordsOf(why: string | undefined): string {
  return why === undefined ? '' : sentence(why);
}

/** "Russia: reservation, the least it signs for" without the party. */
function afterName(words: string): string {
  return words.slice(words.indexOf(': ') + 2);
}
