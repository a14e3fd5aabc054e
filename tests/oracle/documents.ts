/** The parts of the program's JSON documents that the oracle judges. */
export type DealDocument = Readonly<Record<string, string>>;
export type ByParty<T> = Readonly<Record<string, T>>;
export type ByOption<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

export type CountDocument =
  | { readonly exact: string }
  | {
      readonly low: string;
      readonly high: string;
      readonly estimate: number;
      readonly ci95: readonly [number, number];
    };

export interface ScoredDocument {
  readonly deal: DealDocument;
  readonly utility: ByParty<number>;
  readonly gain: ByParty<number>;
}

export interface SolutionDocument {
  readonly proven: boolean;
  readonly total: string | null;
  readonly complete: boolean;
  readonly leftOut: readonly string[];
  readonly deals: readonly ScoredDocument[];
}

export interface DemandDocument {
  readonly kind: 'reservation' | 'redLine' | 'consent';
  readonly party: string;
  readonly id?: string;
  readonly when?: Readonly<Record<string, readonly string[]>>;
}

export type VerdictDocument = boolean | 'open' | 'unknown';

export interface DraftDocument {
  readonly complete: boolean;
  readonly utility: ByParty<number | { readonly min: number; readonly max: number }>;
  readonly accepts: ByParty<VerdictDocument>;
  readonly blockedBy: readonly string[];
  readonly inZone: VerdictDocument;
  readonly efficient: boolean | null;
  readonly dominatedBy: DealDocument | null;
  readonly shortfall: ByParty<number>;
  readonly redLines: ByParty<readonly string[]>;
  readonly brokenRules: readonly string[];
}

export interface SolveDocument {
  readonly space: { readonly deals: string };
  readonly parties: readonly {
    readonly id: string;
    readonly disagreement: number;
    readonly reservation: number;
    readonly ideal: number | null;
  }[];
  readonly zone: {
    readonly empty: boolean | null;
    readonly count: CountDocument;
    readonly options: ByOption<number | null>;
    readonly optionsAre: 'exact' | 'estimated';
    readonly status: ByOption<'settled' | 'dead' | 'open' | 'unknown'>;
    readonly soleBlocker: ByParty<string | CountDocument>;
  };
  readonly uniformSlack: number | null;
  readonly coalition: readonly string[];
  readonly coalitions: readonly {
    readonly parties: readonly string[];
    readonly empty: boolean | null;
    readonly count: CountDocument;
  }[];
  readonly coalitionsComplete: boolean;
  readonly solutions: Readonly<Record<string, SolutionDocument>>;
  readonly collision: {
    readonly conflict: readonly DemandDocument[];
    readonly openings: readonly {
      readonly drop: readonly DemandDocument[];
      readonly count: CountDocument;
      readonly coalition: readonly string[];
      readonly solution: SolutionDocument;
    }[];
  } | null;
  readonly drafts: Readonly<Record<string, DraftDocument>>;
  readonly unproven?: readonly string[];
}

export interface OpeningDocument {
  readonly value: number;
  readonly ways: readonly {
    readonly deal: DealDocument;
    readonly signers: readonly string[];
    readonly who: ByParty<number>;
    readonly redLines: readonly DemandDocument[];
    readonly rule: 'nash' | 'fewest-points';
  }[];
  readonly complete: boolean;
}

export interface ExplainDocument {
  readonly empty: boolean | null;
  readonly conflicts: readonly (readonly DemandDocument[])[];
  readonly repairs: readonly (readonly DemandDocument[])[];
  readonly complete: boolean;
  readonly openings: {
    readonly total?: OpeningDocument | null;
    readonly largest?: OpeningDocument | null;
    readonly parties?: OpeningDocument | null;
    readonly redLines?: OpeningDocument | null;
  };
  readonly slack: {
    readonly uniform: number | null;
    readonly headroom: ByParty<number | null>;
    readonly headroomIs: ByParty<'points' | 'unneeded' | 'apart' | 'unknown'>;
  };
  readonly zone: {
    readonly status: ByOption<'settled' | 'dead' | 'open' | 'unknown'>;
    readonly newRedLines: ByParty<{
      readonly close: Readonly<Record<string, readonly string[]>>;
      readonly open: Readonly<Record<string, readonly string[]>>;
    }>;
    readonly soleBlocker: ByParty<string | CountDocument>;
  } | null;
  readonly drafts: Readonly<
    Record<
      string,
      DraftDocument & {
        readonly edits: readonly {
          readonly without: readonly DemandDocument[];
          readonly distance: number;
          readonly count: string | null;
          readonly complete: boolean;
          readonly ways: readonly { readonly changes: DealDocument; readonly deal: DealDocument }[];
        }[];
      }
    >
  >;
  readonly unproven?: readonly string[];
}

export interface FrontierDocument {
  readonly scope: 'space' | 'zone';
  readonly coalition: readonly string[];
  readonly empty: boolean | null;
  readonly exact: boolean;
  readonly epsilon: number | null;
  readonly points: readonly {
    readonly utility: ByParty<number>;
    readonly accepts: ByParty<boolean>;
    readonly deal: DealDocument;
    readonly variants: string | CountDocument;
  }[];
}

interface IndicesDocument {
  readonly required: readonly string[];
  readonly quorum: number;
  readonly parties: ByParty<{
    readonly swings: string;
    readonly banzhaf: { readonly exact: string };
    readonly shapleyShubik: { readonly exact: string };
  }>;
}

export interface PowerDocument {
  readonly unconditional: IndicesDocument;
  readonly triggered: IndicesDocument | null;
  readonly zone: CountDocument;
  readonly soleBlocker: ByParty<{ readonly count: CountDocument }>;
}

export interface OutcomeDocument {
  readonly empty: boolean;
  readonly coalition: readonly string[];
  readonly uniformSlack: number | null;
  readonly proven: boolean;
  readonly deal: DealDocument | null;
  readonly gain: ByParty<number> | null;
  readonly count: CountDocument | null;
}

export interface NumberDocument {
  readonly party: string;
  readonly kind: string;
  readonly issue?: string;
  readonly option?: string;
  /** Place among the party's adjustments, from 1. */
  readonly adjustment?: number;
  readonly value: number;
}

export interface ReachDocument {
  readonly holds: number | null;
  readonly changes: number | null;
  readonly proven: 'exact' | 'end' | 'open' | 'bracketed';
}

export interface SensitivityDocument {
  readonly tornado: {
    readonly base: OutcomeDocument;
    readonly numbers: readonly (NumberDocument & {
      readonly low: OutcomeDocument & { readonly at: number };
      readonly high: OutcomeDocument & { readonly at: number };
    })[];
  };
  readonly breakpoints: readonly (NumberDocument & {
    readonly verdict: { readonly down: ReachDocument; readonly up: ReachDocument };
    readonly deal: { readonly down: ReachDocument; readonly up: ReachDocument } | null;
  })[];
}
