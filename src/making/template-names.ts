/** The scenarios to begin with in an editor, by name: known to the help before anything is loaded. */
export const TEMPLATES = ['two-party', 'multi-party', 'treaty'] as const;
export type Template = (typeof TEMPLATES)[number];
