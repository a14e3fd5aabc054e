/** A person's own papers as paragraphs: the brief, the score sheet, and how one plays. Nothing of the others. */
import type { Practice } from '../../class/practice.ts';
import type { Sheet, SheetIssue } from '../../class/sheet.ts';
import { sheetOf } from '../../class/sheet.ts';
import { oneLine } from '../../report/text/width.ts';

export interface Paragraph {
  readonly tone: 'plain' | 'strong' | 'dim';
  readonly text: string;
}

/** The person's own sheet. */
export function ownSheet({ game, role }: Practice): Sheet {
  return sheetOf(game, game.plan.stage ?? null, role);
}

export function briefParagraphs({ brief }: Sheet): readonly string[] {
  return (brief ?? '')
    .split(/\n\s*\n/u)
    .map((each) => oneLine(each).trim())
    .filter((each) => each !== '');
}

/** `hasHandouts`: in a class the case hands out more as it goes on. */
export function papersOf(practice: Practice, hasHandouts: boolean): readonly Paragraph[] {
  const sheet = ownSheet(practice);
  const heading = (text: string): readonly Paragraph[] => [
    { tone: 'plain', text: '' },
    { tone: 'strong', text },
  ];
  const all = (tone: Paragraph['tone'], texts: readonly string[]): readonly Paragraph[] =>
    texts.map((text) => ({ tone, text }));
  return [
    { tone: 'strong', text: `You are ${sheet.name}` },
    ...all('plain', briefParagraphs(sheet)),
    ...heading('Your points'),
    ...all('plain', [leastWords(sheet)]),
    ...sheet.issues.flatMap((issue) => all('plain', [issueWords(issue)])),
    ...all(
      'plain',
      sheet.extras.map(({ written, words, why }) => `${written} with ${words}.${why === null ? '' : ` ${why}`}`),
    ),
    ...all(
      'plain',
      sheet.lines.map(({ words, why }) => `You never sign: ${words}.${why === null ? '' : ` ${why}`}`),
    ),
    ...heading('How to play'),
    ...all('plain', [
      'Set every issue with the left and right arrow (< and > for long steps); f fills what is open with the options ' +
        'that give you most. Propose the text with p. The others answer at once: they accept it, or put a text of their own beside it. That is a round.',
      'Go down to a text to see in what it differs from yours. t takes it over into your hands, a accepts it, w leaves ' +
        'without a deal; you are asked once more before anything counts. A text is signed when everybody has accepted it ' +
        'whose consent it needs.',
      'After the last round you can still accept what stands. At the end you see all sides.',
    ]),
    ...(hasHandouts
      ? all('plain', [
          'In a class more is handed out as this case goes on. Here nothing is; --stage plays a later one.',
        ])
      : []),
  ];
}

export function leastWords({ noDeal, least, strict }: Sheet): string {
  const floor = strict ? `sign only above ${least.written}` : `sign from ${least.written}`;
  return `No deal is worth ${noDeal.written} to you; ${floor}.`;
}

function issueWords({ title, only, options, range }: SheetIssue): string {
  const points = options.map(({ label, written }) => `${oneLine(label)} ${written}`).join(', ');
  const between = range === null ? '' : ' (numbers between them count, too)';
  return `${oneLine(title)}: ${points}${between}.${only === null ? '' : ` ${only}.`}`;
}
