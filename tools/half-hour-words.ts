/** The words of the first half hour, the answers that are typed, and which of their screens are shown. */

/** The folder that is made. */
export const TALKS = 'night-trains';

/** A paragraph, a screen, what a command prints, or a file of the folder. */
export type Part =
  string | { readonly screen: string } | { readonly command: readonly string[] } | { readonly file: string };

export interface Typed {
  /** Stands on the screen before anything is typed. */
  readonly asked: string | RegExp;
  readonly typed: string;
  /** The name under which the document shows the screen before it is answered. */
  readonly screen?: string;
}

const ENTER = '\r';

function line(asked: string | RegExp, text: string, screen?: string): Typed {
  return { asked, typed: `${text}${ENTER}`, ...(screen !== undefined && { screen }) };
}

function pick(asked: string | RegExp, digit: string, screen?: string): Typed {
  return { asked, typed: digit, ...(screen !== undefined && { screen }) };
}

export const ANSWERS: readonly Typed[] = [
  line('What is it about?', 'Night trains through Ebersdorf', 'title'),
  line('Who is at the table?', 'The town'),
  line('✓ The town', 'The railway'),
  line('✓ The railway', '', 'parties'),
  line('What has to be settled?', 'Trains a night'),
  line('✓ Trains a night', 'Noise barrier'),
  line('✓ Noise barrier', 'Fund for windows'),
  line('✓ Fund for windows', ''),
  line('could be agreed on "Trains a night"', '2 to 12 step 2 trains', 'options'),
  line('✓ 2 to 12 trains', ''),
  pick('How do things stand on "Trains a night"', '3', 'status quo'),
  line('could be agreed on "Noise barrier"', 'none'),
  line('✓ none', 'two metres'),
  line('✓ two metres', 'four metres'),
  line('✓ four metres', ''),
  pick('How do things stand on "Noise barrier"', '1'),
  line('could be agreed on "Fund for windows"', '0 to 400 step 100 thousand euros'),
  line('✓ 0 to 400 thousand', ''),
  pick('How do things stand on "Fund for windows"', '1'),

  pick('Who is asked next?', '1', 'whose'),
  pick('"Trains a night" is best', '1', 'best'),
  pick('"Trains a night" is worst', '3'),
  pick('"Noise barrier" is best', '3'),
  pick('"Noise barrier" is worst', '1'),
  pick('"Fund for windows" is best', '5'),
  pick('"Fund for windows" is worst', '1'),
  pick('to its best first', '1', 'swing'),
  pick('And which one next?', '1'),
  line('?: Noise barrier', '70', 'ratio'),
  line('?: Fund for windows', '30'),
  line('how good is "6 trains"', '60', 'rate'),
  line('how good is "two metres"', '60'),
  line('"100 thousand euros"', '40'),
  line('"200 thousand euros"', '65'),
  line('"300 thousand euros"', '85'),
  pick('To check (1 of 3)', '2', 'check'),
  pick('To check (2 of 3)', '1', 'contradiction'),
  pick('To check (3 of 3)', '2'),
  line('would never sign', '', 'red lines'),
  ...comparing('The town', '12112'),
  line('all that The town is asked', '', 'said'),

  pick('Who is asked next?', '2'),
  pick('"Trains a night" is best', '3'),
  pick('"Trains a night" is worst', '1'),
  pick('"Noise barrier" is best', '1'),
  pick('"Noise barrier" is worst', '3'),
  pick('"Fund for windows" is best', '1'),
  pick('"Fund for windows" is worst', '5'),
  pick('to its best first', '1'),
  pick('And which one next?', '1'),
  line('?: Noise barrier', '60'),
  line('?: Fund for windows', '40'),
  line('how good is "6 trains"', '60'),
  line('how good is "two metres"', '70'),
  line('"100 thousand euros"', '90'),
  line('"200 thousand euros"', '65'),
  line('"300 thousand euros"', '35'),
  pick('To check (1 of 3)', '1'),
  pick('To check (2 of 3)', '1'),
  pick('To check (3 of 3)', '1'),
  line('would never sign', ''),
  ...comparing('The railway', '1212'),
  line('all that The railway is asked', ''),
  line('Is that all?', ''),
  line('Everything is said.', ''),
];

/** Packages against no deal, one after the other. */
function comparing(who: string, digits: string): readonly Typed[] {
  return Array.from(digits, (digit, k) => {
    const asked = `Would ${who} sign this`;
    return { asked, typed: digit, ...(k === 0 && who === 'The town' && { screen: 'least' }) };
  });
}

export const WORDS: readonly Part[] = [
  '# The first half hour',
  'Two parties, three points, and nothing written yet. This page makes a scenario with `winset new` alone, question by question, and reads the answer. Every screen is the program’s own, at 80 columns and 24 rows.',
  'You need not finish in one go. Each answer is written down before the next question comes, in files that `winset check` finds sound; `ctrl+c` leaves, and the same command goes on where you stopped. `esc` takes back the last answer, and the one before. What nobody has said is `unknown`: no number is made up in its place.',
  '## What it is about, who is there, what is to be settled',
  `\`winset new ${TALKS}\` makes the folder \`${TALKS}\` and asks.`,
  { screen: 'title' },
  'Then who has to sign, one name at a time; enter alone ends the list.',
  { screen: 'parties' },
  'The points come the same way, and then the options of each. Numbers are said as a range. Doing without is an option as well: here it is “none”.',
  { screen: 'options' },
  'How things stand today is kept as a draft, which the answer holds against everybody.',
  { screen: 'status quo' },
  '## What each party wants',
  'Somebody answers for each party, at best the party itself. Whoever is not asked stays “not yet valued”.',
  { screen: 'whose' },
  'First the ends of every point: the best and the worst option, on this point alone. Of many numbers three are asked for, both ends and the middle.',
  { screen: 'best' },
  'Then the weights, by **swings** (von Winterfeldt and Edwards 1986). Not “how important is noise?”, which nobody can answer, but: everything stands at its worst, and one point may go to its best. Which?',
  { screen: 'swing' },
  'The first swing counts 100, and the others are compared with it.',
  { screen: 'ratio' },
  'What lies between the best and the worst option is placed between 0 and 100.',
  { screen: 'rate' },
  'A number is meant as exactly as it is said: 70 may be anything from 65 to 75, and 63 is nearly 63. These ranges go into the file as `low` and `high`.',
  '## Contradictions are shown',
  'Three questions check what was said. By the weights above, a barrier of two metres (60 of 100, times 70) is worth more to the town than all the money for windows (30). Suppose it answers otherwise.',
  { screen: 'check' },
  'Both answers stay. The ranges of the two weights widen until both can be true, and the file says why.',
  { screen: 'contradiction' },
  'Red lines are pointed at with space. They are for what no price could buy.',
  { screen: 'red lines' },
  '## The least it signs for',
  'What is no deal worth? Nobody knows that as a number. So packages are compared with it, each in the middle of what is still open.',
  { screen: 'least' },
  { screen: 'said' },
  'The railway is asked the same, and that is all.',
  { screen: 'farewell' },
  '## What was written',
  'Each party has a file of its own. The town’s:',
  { file: 'parties/the-town.yaml' },
  '## The answer',
  `\`winset solve ${TALKS}\`:`,
  { command: ['solve', TALKS] },
  `From here, \`winset open ${TALKS}\` turns any of these numbers and shows at once what follows, \`winset sensitivity ${TALKS}\` says how much hangs on each of them within its range, and \`winset elicit ${TALKS} --party the-town\` asks the town again, into a file of its own that \`winset compare\` sets beside this one.`,
  '## Without a terminal',
  '`winset new sale --template two-party` (or `multi-party`, `treaty`) writes files to fill in with an editor, every number `unknown`. `winset new game --from scores.csv` begins with a table of points; in a terminal it goes on with what the table leaves open: the names of the parties, what they would never sign, and what no deal is worth to them.',
];
