/** The words of the tour, and the keys between them. */
import type { TerminalSize } from '../tests/tui/interface/program.ts';

/** A paragraph, keys pressed without a word, or a screen: what the terminal shows after the keys. */
export type Part = string | { readonly kind: 'keys' | 'screen'; readonly keys: readonly string[] };

/** One run of the program; null words: only text. */
export interface Session {
  readonly words: readonly string[] | null;
  readonly size: TerminalSize;
  readonly parts: readonly Part[];
}

const SIZE: TerminalSize = { columns: 100, rows: 30 };

const DOWN = '\u001b[B';
const RIGHT = '\u001b[C';
const ENTER = '\r';
const TAB = '\t';
const ESCAPE = '\u001b';

/** Keys as `screen 2`: by whatever key stands before the name of that screen. */
function screen(...keys: readonly string[]): Part {
  return { kind: 'screen', keys };
}

function quietly(...keys: readonly string[]): Part {
  return { kind: 'keys', keys };
}

const WELCOME: Session = {
  words: null,
  size: SIZE,
  parts: [
    '# A tour of the interface',
    'The full-screen interface shows a negotiation and lets you change it. You turn a number with the arrow keys and see at once whether there is still a deal, how many deals there are, which ones are recommended, and what the change did. Nothing you do touches your files until you save.',
    'The tour has two parts. The first leads a class through a small quarrel about a quarry; it starts with no deal and finds one. The second is for whoever takes a large scenario apart number by number. Both can be followed key by key. All screens below are the program’s own, in a terminal of 100 columns and 30 rows; 80 by 24 is enough for everything, and more room shows more.',
    '## Four things to know first',
    '- **The top line** has the verdict: `✓ DEAL POSSIBLE` with the number of deals, or `✗ NO DEAL`. While a new answer is on its way it says `computing`, and what is on the screen is about the numbers before.\n- **The line below** lists eleven screens. The key before a name opens it; `[` and `]` go to its neighbours.\n- **The last line** lists the keys that matter where you are. `?` explains the screen and lists every key; `:` finds a command by its name.\n- **`u` takes back** the last change, and the one before, and so on to the start; `U` makes it again. Esc closes whatever lies on top. You cannot break anything.',
    'Move with the arrow keys, or with `h`, `j`, `k` and `l`. A heavy frame and the sign `›` show where you are; Tab goes to the next frame.',
  ],
};

const QUARRY: Session = {
  words: ['quarry-dispute'],
  size: SIZE,
  parts: [
    '## For the teacher: the quarry at Tarrow',
    'Three parties, five issues, 243 possible deals. Type `winset open quarry-dispute`.',
    screen(),
    'There is no deal, and the first screen says why: three demands that cannot all be met, though any two can. Below stand the ways out. Each column sets something aside and shows the best deal that opens up: a bar for each party, a mark `│` at the least it signs for, the points, and the gain over no deal as a share of the most that the party could gain.',
    '### Why not?',
    'Screen 6 explains. Demands that exclude each other come first, then the ways out, then by how many points thresholds would have to move. It is worth a minute in class before anything is changed: which of these demands is a need, and which is a position?',
    screen('screen 6'),
    'Tab jumps to the next entry marked `[enter]`. The right side shows what it leads to. The second way out sets the residents’ hedge aside; their brief calls it a bargaining position.',
    screen(TAB),
    'Enter applies it. The verdict at the top turns, and the line above the keys says what happened.',
    screen(ENTER),
    '### What would be a good deal?',
    'Back on screen 1 there are fifteen deals now. Six standards of fairness pick from them; standards that agree share a column.',
    screen('screen 1'),
    'Enter on a column opens the deal clause by clause on screen 4: who likes each clause, who swallows it, and what each party would gain by another option of the same issue.',
    screen(ENTER),
    'The right arrow changes the clause under the cursor, as a group at the next table might have done. The points follow, the box on the right says who would refuse now, and whether another deal is better for everybody. Backspace puts the clause back.',
    screen(DOWN, RIGHT),
    quietly('\u007f'),
    '### Who cares about what?',
    'Screen 3 puts the issues in rows and the parties in columns: what the option of the deal is worth to each. Where one column is dark and its neighbour is light, there is something to trade. `o` sorts by what is at stake, space locks an option in, and `x` shuts one out, to see what is left when a group has settled a point.',
    screen('screen 3', DOWN),
    '### All deals at once',
    'Screen 5 draws the deals that no other deal beats, for two parties at a time; `x` and `v` choose which two. Follow the edge with the arrow keys: along it, one party’s gain is another’s loss. A class that has met in the middle can look up how far from the edge it was.',
    screen('screen 5'),
    '### How sure is that?',
    'The points are somebody’s judgement. Screen 7 sets each number to its low and to its high and shows what changes.',
    screen('screen 7'),
    '`m` draws all numbers at once, many times, from their ranges. How often is there a deal? How often does each clause turn up? It asks how many draws you want.',
    screen('m', '\u0015', '500', ENTER),
    'A scenario with dates has them on screen 8; this one has none.',
    '### Changing the numbers in class',
    'Screen 2 has the numbers of one party; `{` and `}` go to the other parties. The first two rows are thresholds: the least the party signs for, and what no deal is worth to it. Suppose the council asks for more. Go up to the first row and type a number, or turn it with the arrow keys:',
    quietly('screen 2', 'g'),
    screen('=', '\u0015', '69', ENTER),
    'The star beside a number marks it as changed, with the number of the file behind it. The Answer box shows the verdict, the best deal and what the last change did. At the bottom, a line shows for which values of this one number the verdict stays the same.',
    '`d` lists everything that differs from the file, `L` every change you made, in order.',
    screen('d'),
    quietly(ESCAPE),
    '### Keeping it',
    '`s` saves: as an overlay, a small file of the changes beside the scenario, or as a new scenario in a folder of its own. A file that exists is never written over without a question. `e` writes the report of the screen, as text, Markdown or JSON, for the blackboard or the handout; `y` copies the deal under the cursor to the clipboard. `q` leaves, and asks if something has not been saved.',
    screen('q'),
    quietly(ESCAPE),
    '### How they get there, or fail to',
    'On screen 9 the three bargain, round by round, by the strategies that the file gives them. The arrows to the sides turn a strategy from firm to soft, and the talks are run again; tab and enter show who moved on what, clause by clause.',
    screen('screen 9'),
    '### What it is made of',
    'Screen 0 lists parties, issues with their options, rules, red lines and drafts. `a` adds, Enter renames, `c` changes what a rule, a red line or a draft says and the numbers of an issue, `i` where an issue arises, `x` removes, `<` and `>` move, and what is missing is asked for: a new option needs what it is worth to each party that has values on the issue. Nothing is filled in by itself. `s` saves the result as a new scenario, with the comments of the old one.',
    screen('screen 0'),
  ],
};

const UKRAINE: Session = {
  words: ['ukraine-2025'],
  size: SIZE,
  parts: [
    '## For the analyst: Ukraine 2025',
    'Forty-six issues, four parties, more deals than could be listed. `winset open ukraine-2025`, or just `winset`.',
    screen(),
    'No deal: 45 of the 46 issues can be settled together, and one cannot. The table says who refuses which of its options; the line above it says whose positions of which day these are. Below stand the ways out, each by what would have to be supposed. They stand in no order of merit, none is chosen beforehand, and what they are worth is shown as a share of the most that each party could gain. Everything follows from the numbers and lines of the file, each with its reason and its sources; to disagree is to change one and look again. Whether a statement is a line at all is a judgement: `J` sets the lines of a way out aside, and `J` again lets them hold.',
    screen('J'),
    quietly('J'),
    '### Turning a weight',
    'On screen 2 the rows are the issues and the sliders are their weights. Where red lines alone leave no deal no number could change anything. So this screen, sensitivity and stages suppose a way out, and the third line says which one; `W` supposes the next, and at last all of them at once. Digits type a number here, so the function keys open the other screens, as the second line says. Each press of an arrow key is answered at once; the size of the zone follows when you stop. `/` narrows the list to some words, which is the quickest way to an issue.',
    quietly('screen 2', '/', 'donetsk', ENTER),
    screen(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT),
    'Read the box at the bottom. The bar is every value this weight could have: where it is filled, the verdict is the one you see. A small mark `╎` is where the recommended deal becomes another one, and the brackets are the range that the scenario gives. A weight far from all marks does not matter; one close to a mark deserves an argument.',
    '`p` pins the present answer. From then on bars and figures show the difference to it, however many numbers you turn; `p` again forgets it. `r` puts the number under the cursor back.',
  ],
};

const SHORT: Session = {
  words: ['ukraine-2025-short'],
  size: SIZE,
  parts: [
    '### Which numbers matter?',
    'Screen 7 asks that of all numbers: each at its low and at its high, the one with the largest effect first. Enter goes to the number among the weights. On the large scenario it takes minutes; here it is asked of the version with twelve issues, `winset open ukraine-2025-short`.',
    screen('screen 7'),
    '### What became of it over time',
    'Screen 8 lists the dates of the file, each with your own changes made after it, and below them what the one under the cursor changed. Enter takes the positions of a date; `v` shows the deal recommended then.',
    screen('screen 8', DOWN),
    '### Other readings, other dates',
    'The screen behind `|` puts the scenario as it stands here beside readings of the same negotiation and beside its own dates. Space chooses, `A` takes all readings that lie beside the file; Tab leads to the table of what differs and what follows.',
    screen('screen |', DOWN, ' ', TAB),
    '### Finding a command',
    '`:` opens the list of commands; a few letters are enough. Those that cannot be given now say why.',
    screen(':', 'pin'),
    quietly(ESCAPE),
    '### Help',
    '`?` explains the screen you are on: what its numbers mean, and all its keys.',
    screen('?'),
  ],
};

const END: Session = {
  words: null,
  size: SIZE,
  parts: [
    '## Keys that work on every screen',
    '{keys}',
    'Keys of one screen stand in its footer and in its help.',
    '## When something is in the way',
    '- **The window is too small.** Below 60 columns or 16 rows the program says so and waits; make the window larger.\n- **The lines look broken.** `winset open --ascii` draws with plain letters. Colours follow the theme of your terminal; `NO_COLOR=1` turns them off. No colour is ever the only sign.\n- **The computer went off.** What was not saved is kept in your state folder (`$XDG_STATE_HOME/winset`, normally `~/.local/state/winset`), and the next `winset open` of the same file offers it.\n- **It has to stop now.** Ctrl+C leaves like `q`; twice, it leaves at once, keeps the changes and tells you so. Ctrl+Z is a pause; `fg` comes back.\n- **There is no terminal.** In a pipe, `winset open` prints the plain report instead.\n- **It was killed hard and the terminal is odd.** `reset` puts it right.',
  ],
};

export const TOUR: readonly Session[] = [WELCOME, QUARRY, UKRAINE, SHORT, END];
