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
  { file: 'pool-of-items.yaml', zone: 24, frontier: 7 },
  { file: 'river-in-thirds.yaml', zone: 17, frontier: 13 },
  { file: 'scores-around-nothing.yaml', zone: 4, frontier: 134 },
  { file: 'shares-of-three-goods.yaml', zone: 37, frontier: 19 },
];
