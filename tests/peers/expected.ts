/**
 * Published answers to the negotiation cases in this folder, as data for the tests.
 *
 * Every figure was computed by two programs that are no part of winset. Utilities of the scorable games are in the
 * points of the game; utilities of the platform domains are on the platform's own scale, 0 to 1, which is winset's
 * points divided by 100. Party, issue and option ids are those of the YAML file named in `file`.
 */

import type { PlatformDomain, ScorableGame } from './answer-types.ts';

const A2B3C3D2E3 = { A: 'A2', B: 'B3', C: 'C3', D: 'D2', E: 'E3' } as const;
const A2B3C4D1E3 = { A: 'A2', B: 'B3', C: 'C4', D: 'D1', E: 'E3' } as const;
const A2B3C2D2E4 = { A: 'A2', B: 'B3', C: 'C2', D: 'D2', E: 'E4' } as const;
const A3B3C3D2E2 = { A: 'A3', B: 'B3', C: 'C3', D: 'D2', E: 'E2' } as const;
const A3B3C3D2E3 = { A: 'A3', B: 'B3', C: 'C3', D: 'D2', E: 'E3' } as const;

export const LLM_DELIBERATION_BASE = {
  file: 'llm-deliberation-base.yaml',
  source: 'LLM-Deliberation, game base (Abdelnabi and others, 2023)',
  deals: 720,
  zone: 12,
  quorum: { consent: { quorum: 5, veto: ['sportco', 'dot'] }, zone: 55 },
  efficientInSpace: 481,
  nash: { deal: A2B3C3D2E3, product: 6031872 },
  leximin: { deal: A2B3C4D1E3, gains: [3, 5, 6, 15, 22, 22] },
  kalaiSmorodinsky: { deal: A2B3C3D2E3 },
  utilitarian: { deal: A2B3C2D2E4, sum: 391 },
  deadOptions: { A: [], B: ['B1'], C: ['C1'], D: ['D4'], E: ['E1', 'E2', 'E5'] },
  soleBlocker: { sportco: 56, dot: 22, mayor: 0, 'other-cities': 8, union: 15, environment: 20 },
  headroom: { sportco: 15, dot: 16, mayor: 39, 'other-cities': 23, union: 33, environment: 22 },
  uniformSlack: 3,
  emptyZone: {
    raise: 4,
    conflicts: [['sportco', 'dot', 'other-cities', 'union', 'environment']],
    repairs: [['sportco'], ['dot'], ['other-cities'], ['union'], ['environment']],
    fewestPoints: { points: 1, party: 'other-cities', deal: A2B3C4D1E3 },
  },
} as const satisfies ScorableGame;

export const LLM_DELIBERATION_GAME1 = {
  file: 'llm-deliberation-game1.yaml',
  source: 'LLM-Deliberation, game game1 (Abdelnabi and others, 2023)',
  deals: 720,
  zone: 21,
  quorum: { consent: { quorum: 5, veto: ['proposing', 'bank'] }, zone: 57 },
  efficientInSpace: 241,
  nash: { deal: A3B3C3D2E2, product: 3083080 },
  leximin: { deal: A3B3C3D2E2, gains: [7, 10, 11, 13, 14, 22] },
  kalaiSmorodinsky: { deal: A3B3C3D2E2 },
  utilitarian: { deal: A3B3C3D2E3, sum: 425 },
  deadOptions: { A: ['A1'], B: ['B1', 'B2'], C: ['C1'], D: ['D1'], E: ['E1'] },
  soleBlocker: null,
  headroom: { proposing: 14, bank: 31, environment: 29, construction: 17, community: 30, tourism: 29 },
  uniformSlack: 7,
  emptyZone: {
    raise: 8,
    conflicts: [
      ['proposing', 'bank', 'environment', 'construction'],
      ['bank', 'environment', 'construction', 'tourism'],
    ],
    repairs: [['bank'], ['environment'], ['construction'], ['proposing', 'tourism']],
    fewestPoints: { points: 1, party: 'construction', deal: A3B3C3D2E2 },
  },
} as const satisfies ScorableGame;

const LAPTOP_80 = { deal: { laptop: 'hp', disk: 'gb80', monitor: 'in19' }, utility: null } as const;

export const LAPTOP = {
  file: 'laptop.yaml',
  source: 'Genius platform, laptop domain',
  parties: 2,
  deals: 27,
  zone: 27,
  efficientInZone: 4,
  decimals: 6,
  nash: { deal: { laptop: 'hp', disk: 'gb60', monitor: 'in19' }, utility: null },
  leximin: LAPTOP_80,
  kalaiSmorodinsky: LAPTOP_80,
  utilitarian: null,
} as const satisfies PlatformDomain;

const ITEX_CYPRESS_DEAL = {
  deal: { price: 'p347', delivery: 'd45', payment: 'after-30', returns: 'spoilage-5' },
  utility: [0.670478, 0.721478],
} as const;

export const ITEX_CYPRESS = {
  file: 'itex-cypress-2010.yaml',
  source: 'Genius platform, Itex-Cypress domain (ANAC 2010)',
  parties: 2,
  deals: 180,
  zone: 180,
  efficientInZone: 18,
  decimals: 6,
  nash: ITEX_CYPRESS_DEAL,
  leximin: ITEX_CYPRESS_DEAL,
  kalaiSmorodinsky: ITEX_CYPRESS_DEAL,
  utilitarian: null,
} as const satisfies PlatformDomain;

const ENGLAND_ZIMBABWE_EVEN = {
  deal: { fund: 'bn10', 'other-aid': 'whole', 'zimbabwe-trade': 'raise', 'england-trade': 'more', forum: 'fund' },
  utility: [0.822286, 0.78657],
} as const;

export const ENGLAND_ZIMBABWE = {
  file: 'england-zimbabwe-2010.yaml',
  source: 'Genius platform, England-Zimbabwe domain (ANAC 2010)',
  parties: 2,
  deals: 576,
  zone: 576,
  efficientInZone: 25,
  decimals: 6,
  nash: {
    deal: {
      fund: 'bn10',
      'other-aid': 'whole',
      'zimbabwe-trade': 'raise',
      'england-trade': 'more',
      forum: 'fund-talks',
    },
    utility: [0.910916, 0.733218],
  },
  leximin: ENGLAND_ZIMBABWE_EVEN,
  kalaiSmorodinsky: ENGLAND_ZIMBABWE_EVEN,
  utilitarian: null,
} as const satisfies PlatformDomain;

const GROCERY_JAM = {
  deal: { bread: 'baguette', fruit: 'pears', snacks: 'doughnuts', spreads: 'jam', vegetables: 'spinach' },
  utility: [0.84, 0.895],
} as const;

export const GROCERY = {
  file: 'grocery-B-rv50.yaml',
  source: 'Genius platform, grocery domain, variant B, reservation values 0.5',
  parties: 2,
  deals: 1600,
  zone: 233,
  efficientInZone: 6,
  decimals: 6,
  nash: GROCERY_JAM,
  leximin: GROCERY_JAM,
  kalaiSmorodinsky: GROCERY_JAM,
  utilitarian: [
    GROCERY_JAM,
    {
      deal: { bread: 'baguette', fruit: 'pears', snacks: 'doughnuts', spreads: 'peanut', vegetables: 'spinach' },
      utility: [0.96, 0.775],
    },
  ],
} as const satisfies PlatformDomain;

const DINNER_DEAL = {
  deal: { diet: 'vegetarian', place: 'cook', kitchen: 'italian', hour: 'h20', spice: 's3' },
  utility: [0.797604, 0.839573, 0.842689],
} as const;

export const DINNER = {
  file: 'dinner-2015-3p.yaml',
  source: 'Genius platform, dinner domain (ANAC 2015)',
  parties: 3,
  deals: 1200,
  zone: 1200,
  efficientInZone: 47,
  decimals: 6,
  nash: DINNER_DEAL,
  leximin: DINNER_DEAL,
  kalaiSmorodinsky: DINNER_DEAL,
  utilitarian: null,
} as const satisfies PlatformDomain;

const BANK_ROBBERY_DEAL = {
  deal: { role: 'driver', escape: 'car', split: 'by-performance' },
  utility: [1, 0.816675, 0.886665, 1],
} as const;

export const BANK_ROBBERY = {
  file: 'bank-robbery-2015-first4.yaml',
  source: 'Genius platform, bank robbery domain (ANAC 2015), first four profiles',
  parties: 4,
  deals: 18,
  zone: 15,
  efficientInZone: 4,
  decimals: 6,
  nash: BANK_ROBBERY_DEAL,
  leximin: BANK_ROBBERY_DEAL,
  kalaiSmorodinsky: BANK_ROBBERY_DEAL,
  utilitarian: null,
} as const satisfies PlatformDomain;

const PARTY_COCKTAILS = {
  deal: {
    food: 'chips',
    drinks: 'cocktails',
    location: 'room',
    invitations: 'printed',
    music: 'dj',
    cleanup: 'soap',
  },
  utility: [0.79586, 0.84899],
} as const;

export const GENIUSWEB_PARTY = {
  file: 'geniusweb-party.yaml',
  source: 'GeniusWeb platform, party domain, profiles 1 and 2',
  parties: 2,
  deals: 3072,
  zone: 1748,
  efficientInZone: 13,
  decimals: 5,
  nash: PARTY_COCKTAILS,
  leximin: {
    deal: {
      food: 'finger',
      drinks: 'beer',
      location: 'room',
      invitations: 'printed',
      music: 'dj',
      cleanup: 'soap',
    },
    utility: [0.8384, 0.69775],
  },
  kalaiSmorodinsky: PARTY_COCKTAILS,
  utilitarian: null,
} as const satisfies PlatformDomain;

export const SCORABLE_GAMES: readonly ScorableGame[] = [LLM_DELIBERATION_BASE, LLM_DELIBERATION_GAME1];

export const PLATFORM_DOMAINS: readonly PlatformDomain[] = [
  LAPTOP,
  ITEX_CYPRESS,
  ENGLAND_ZIMBABWE,
  GROCERY,
  DINNER,
  BANK_ROBBERY,
  GENIUSWEB_PARTY,
];
