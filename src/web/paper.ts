/** What a page and its script agree on. */
export const DATA = 'data';
export const ROOT = 'page';

export const SCRIPTS = ['room', 'instructor', 'projector'] as const;
export type Script = (typeof SCRIPTS)[number];
