/**
 * Ids where a file gives none: an issue's is its title, an option's its label, and an option written as a text alone is
 * both. Filled in before anything else looks at the data, so that names mean the same everywhere.
 */
import type { Document } from './document.ts';
import { isBlock } from './parts.ts';

/** The document of a scenario file. What is no list of issues is left to the checks. */
export function fillIds(document: Document): Document {
  const { data } = document;
  if (!isBlock(data) || !Array.isArray(data['issues'])) return document;
  return { ...document, data: { ...data, issues: data['issues'].map(withIds) } };
}

function withIds(issue: unknown): unknown {
  if (!isBlock(issue)) return issue;
  const options = issue['options'];
  const named = issue['id'] === undefined && isName(issue['title']) ? { id: issue['title'], ...issue } : issue;
  return Array.isArray(options) ? { ...named, options: options.map(withId) } : named;
}

function withId(option: unknown): unknown {
  if (isName(option)) return { id: option };
  if (!isBlock(option) || option['id'] !== undefined || !isName(option['label'])) return option;
  return { id: option['label'], ...option };
}

function isName(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
