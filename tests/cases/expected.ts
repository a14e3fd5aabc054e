/** What is right about the cases, by brute force in exact fractions. */
export interface Expected {
  readonly file: string;
  /** Deals in the zone of agreement. */
  readonly zone: number;
  /** Efficient points of the whole space. */
  readonly frontier: number;
}

export const EXPECTED: readonly Expected[] = [
  { file: 'money-beside-a-hair.yaml', zone: 2, frontier: 4 },
  { file: 'one-bed.yaml', zone: 0, frontier: 1 },
  { file: 'parts-of-one.yaml', zone: 19, frontier: 4 },
  { file: 'scores-around-nothing.yaml', zone: 4, frontier: 134 },
];
