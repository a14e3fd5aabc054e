/** The files of a scenario in the making, with comments for whoever opens them in an editor. */
import type { SourceFile } from '../scenario/read/load-result.ts';
import { scenarioTexts } from '../scenario/save/scenario-texts.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Before the lines with these keys, which stand at the left edge of a file. */
type Comments = Readonly<Record<string, string>>;

const PUBLIC: Comments = {
  winset:
    'A negotiation for winset: `winset check` says whether the file is sound, `winset solve` whether there is a deal.\n`unknown` is what nobody has said yet. `winset new` with the name of this folder goes on asking.',
  parties: 'Who is at the table. What each of them wants stands in a file of its own.',
  issues: 'The points, and the options of each. A deal picks one option of every point.',
  rules: 'What may not stand together, whatever the parties want.',
  consent: 'Whose signatures make a deal.',
  drafts: 'How things stand without a deal. The answer of `winset solve` holds it against everybody.',
};

const OWN: Comments = {
  party: 'What one party wants. Confidential: the others are not to read it.',
  disagreement:
    'What no deal is worth, between everything at its worst (0) and at its best (100). It signs for no less.',
  issues:
    'weight: what going from the worst option to the best counts, beside the other points.\nvalues: how good each option is, from 0 (worst) to 100 (best). low and high: how far the number may be off.',
  redLines: 'What it never signs, whatever else it gets.',
};

/** The same of a party with scores in place of weights and values. */
const SHEET: Comments = {
  ...OWN,
  disagreement: 'What no deal is worth, in points of the sheet. It signs for no less.',
  issues: 'scores: points of each option, in whatever unit. Those of all issues are added up.',
};

/** The public file first, then one for each party. The same scenario gives the same texts. */
export function madeTexts(scenario: Scenario): readonly SourceFile[] {
  return scenarioTexts(scenario, 'own files').map(({ path, text }, k) => ({
    path,
    text: commented(text, k === 0 ? PUBLIC : scenario.parties[k - 1]?.preferences.form === 'scores' ? SHEET : OWN),
  }));
}

function commented(text: string, comments: Comments): string {
  const lines = text.split('\n').flatMap((line) => {
    const key = /^([a-zA-Z]+):/.exec(line)?.[1];
    const comment = key === undefined ? undefined : comments[key];
    if (comment === undefined) return [line];
    return [
      ...(key === 'winset' || key === 'party' ? [] : ['']),
      ...comment.split('\n').map((part) => `# ${part}`),
      line,
    ];
  });
  return lines.join('\n');
}
