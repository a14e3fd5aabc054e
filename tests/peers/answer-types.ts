/**
 * The shape of the published answers in `expected.ts`: one type per family of cases.
 */

/** One option of every issue, by issue id. */
export type PeerDeal = Readonly<Record<string, string>>;

/** What is published about one six-party scorable game. */
export interface ScorableGame {
  readonly file: string;
  readonly source: string;
  readonly deals: number;
  /** Deals that every party accepts (utility at least its minimum). */
  readonly zone: number;
  /** The same count under another consent rule, to be put in place of the file's `consent`. */
  readonly quorum: {
    readonly consent: { readonly quorum: number; readonly veto: readonly string[] };
    readonly zone: number;
  };
  /** Efficient deals of the whole space. */
  readonly efficientInSpace: number;
  readonly nash: { readonly deal: PeerDeal; readonly product: number };
  /** `gains` ascending. */
  readonly leximin: { readonly deal: PeerDeal; readonly gains: readonly number[] };
  /** Ideal taken within the zone. */
  readonly kalaiSmorodinsky: { readonly deal: PeerDeal };
  /** `sum` is the sum of the utilities themselves, not of the gains. */
  readonly utilitarian: { readonly deal: PeerDeal; readonly sum: number };
  /** Options in no deal of the zone. */
  readonly deadOptions: PeerOptions;
  /** Deals that this party alone keeps out of the zone, over the whole space; null where not published. */
  readonly soleBlocker: Readonly<Record<string, number>> | null;
  /** The most that one minimum alone can rise with the zone still non-empty, in points. */
  readonly headroom: Readonly<Record<string, number>>;
  /** The most that all minimums can rise together, in points. */
  readonly uniformSlack: number;
  readonly emptyZone: EmptyZone;
}

/** Option ids by issue id. */
export type PeerOptions = Readonly<Record<string, readonly string[]>>;

/** What is published about the game with every minimum raised until no deal is left. */
export interface EmptyZone {
  /** Points added to the reservation value of every party. */
  readonly raise: number;
  /** Minimal sets of parties whose minimums exclude each other. */
  readonly conflicts: readonly (readonly string[])[];
  /** Minimal sets of parties whose minimums, dropped, open the zone. */
  readonly repairs: readonly (readonly string[])[];
  /** Least total of points to give up, by whom, and the deal it leads to. */
  readonly fewestPoints: { readonly points: number; readonly party: string; readonly deal: PeerDeal };
}

/** A solution of a platform domain; `utility` in party order, 0 to 1, null where only the deal is published. */
export interface PlatformSolution {
  readonly deal: PeerDeal;
  readonly utility: readonly number[] | null;
}

/** What is published about one domain of the Genius or GeniusWeb platform. */
export interface PlatformDomain {
  readonly file: string;
  readonly source: string;
  readonly parties: number;
  readonly deals: number;
  /** Deals that every party accepts. */
  readonly zone: number;
  /** Efficient deals among those that every party accepts. */
  readonly efficientInZone: number;
  /** Decimals of the published utilities: each is within half a unit of the last one. */
  readonly decimals: number;
  readonly nash: PlatformSolution;
  readonly leximin: PlatformSolution;
  readonly kalaiSmorodinsky: PlatformSolution;
  /** All utilitarian deals; null where not published. */
  readonly utilitarian: readonly PlatformSolution[] | null;
}
