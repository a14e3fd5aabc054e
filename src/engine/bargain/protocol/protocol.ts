/** Who may do what when, as plain data. */

export const PROTOCOL_NAMES = ['alternating', 'single-text', 'simultaneous', 'random-proposer', 'agenda'] as const;

export type ProtocolName = (typeof PROTOCOL_NAMES)[number];

/** A protocol that bargains over all issues at once. */
export type WholeProtocol =
  /** Stacked alternating offers (Aydogan, Festen, Hindriks and Jonker 2017). */
  | { readonly kind: 'alternating' }
  /** One text that a mediator changes (Fisher 1978; with `annealed` Klein, Faratin, Sayama and Bar-Yam 2003). */
  | {
      readonly kind: 'single-text';
      readonly mediator: Mediator;
      /** True: parties accept small losses with a chance that falls over time. */
      readonly annealed: boolean;
      /** The text to begin with, by issue; null where it leaves an issue open. */
      readonly start: readonly (number | null)[];
    }
  /** Everybody tables an offer, whoever risks least concedes (Zeuthen 1930; Rosenschein and Zlotkin 1994). */
  | { readonly kind: 'simultaneous' }
  /** A proposer is drawn, the others vote (Baron and Ferejohn 1989). `chances` by party, in proportion. */
  | { readonly kind: 'random-proposer'; readonly chances: readonly number[] };

/** Whether the parties follow strategies under it; under the others the protocol itself says what each does. */
export function takesStrategies(protocol: Protocol): boolean {
  const { kind } = protocol.kind === 'agenda' ? protocol.each : protocol;
  return kind === 'alternating' || kind === 'random-proposer';
}

export const MEDIATORS = ['blind', 'informed'] as const;

/** `blind` tries changes at random; `informed` knows all numbers and picks the change with the largest least gain. */
export type Mediator = (typeof MEDIATORS)[number];

export type Protocol =
  | WholeProtocol
  /** Groups of issues one after the other; every issue is in one group. Settled groups stay settled unless `revisable`. */
  | {
      readonly kind: 'agenda';
      readonly groups: readonly (readonly number[])[];
      readonly each: WholeProtocol;
      readonly revisable: boolean;
    };
