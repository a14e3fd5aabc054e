/**
 * Reads those parts of a document that fit their schema, whatever the rest looks like, so that one mistake does not
 * hide the others.
 */
import type { z } from 'zod';
import type { Path } from '../finding.ts';

export interface Part<T> {
  readonly path: Path;
  /** Last step of the path, as text. */
  readonly key: string;
  readonly value: T;
}

/** The value at a path, or undefined. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step) as unknown;
  }
  return value;
}

/** The part at a path, or null when it is absent or does not fit. */
export function partAt<T extends z.ZodType>(data: unknown, path: Path, schema: T): z.output<T> | null {
  const value = valueAt(data, path);
  if (value === undefined) return null;
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

/** The entries of the list or block at a path that fit the schema. */
export function partsAt<T extends z.ZodType>(data: unknown, path: Path, schema: T): Part<z.output<T>>[] {
  return stepsAt(data, path).flatMap((step) => {
    const value = partAt(data, [...path, step], schema);
    return value === null ? [] : [{ path: [...path, step], key: String(step), value }];
  });
}

/** Keys of the block, or positions of the list, at a path. */
export function stepsAt(data: unknown, path: Path): (string | number)[] {
  const value = valueAt(data, path);
  if (Array.isArray(value)) return [...value.keys()];
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

export type Block = Readonly<Record<string, unknown>>;

export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
