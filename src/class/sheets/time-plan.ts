/** How a class of 60, 90 or 180 minutes spends them, step by step. */

export interface TimePlan {
  readonly total: number;
  readonly steps: readonly { readonly minutes: number; readonly what: string; readonly how: string }[];
}

const READ = 'Everybody gets the public brief and one confidential sheet, and reads alone.';
const PREPARE = 'Each fills in the preparation sheet: the own alternative, a guess at theirs, three packages.';
const TALK = 'Teams apart from each other. The sheets may be talked about, never shown.';
const WRITE = 'Each team fills in one result form, or signs on its phones; each person notes the own points.';
const DEBRIEF = 'Results on the board first, what happened next, the numbers of all sides last.';

export const TIME_PLANS: readonly TimePlan[] = [
  {
    total: 60,
    steps: [
      { minutes: 10, what: 'Read', how: READ },
      { minutes: 30, what: 'Negotiate', how: TALK },
      { minutes: 5, what: 'Write it down', how: WRITE },
      { minutes: 15, what: 'Debrief', how: DEBRIEF },
    ],
  },
  {
    total: 90,
    steps: [
      { minutes: 12, what: 'Read', how: READ },
      { minutes: 8, what: 'Prepare', how: PREPARE },
      { minutes: 40, what: 'Negotiate', how: TALK },
      { minutes: 5, what: 'Write it down', how: WRITE },
      { minutes: 25, what: 'Debrief', how: DEBRIEF },
    ],
  },
  {
    total: 180,
    steps: [
      { minutes: 15, what: 'Read', how: READ },
      { minutes: 15, what: 'Prepare', how: PREPARE },
      {
        minutes: 15,
        what: 'Same roles together',
        how: 'People of one role compare their preparation, apart from the others.',
      },
      { minutes: 60, what: 'Negotiate', how: TALK },
      { minutes: 5, what: 'Write it down', how: WRITE },
      { minutes: 15, what: 'Break', how: 'Enter the results meanwhile, and open the debrief.' },
      { minutes: 40, what: 'Debrief', how: DEBRIEF },
      { minutes: 15, what: 'Once more with open sheets', how: 'Teams look for a deal that all of them like better.' },
    ],
  },
];

/** The minutes of negotiation of the plan. */
export function talkMinutes({ steps }: TimePlan): number {
  return steps.find(({ what }) => what === 'Negotiate')?.minutes ?? 0;
}
