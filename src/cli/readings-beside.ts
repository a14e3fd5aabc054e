/** The readings that lie beside a scenario: overlays in its folder `readings`, or next to an overlay that was opened. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readDocument } from '../scenario/read/document.ts';
import { disk } from '../scenario/read/read-file.ts';
import { overlayFileSchema } from '../scenario/format/schema-overlay.ts';
import type { Beside } from '../tui/model/context.ts';

/** By name of their files. What cannot be read is left out: it is reported where it is opened. */
export function readingsBeside(file: string): readonly Beside[] {
  const folder = dirname(file);
  const names = [join(folder, 'readings'), folder].flatMap((place) =>
    existsSync(place)
      ? readdirSync(place)
          .toSorted()
          .map((name) => join(place, name))
      : [],
  );
  return names
    .filter((name) => /\.ya?ml$/.test(name) && resolve(name) !== resolve(file))
    .flatMap((argument) => {
      const reading = readingOf(argument);
      return reading === null ? [] : [{ argument, name: reading.name, by: reading.by }];
    });
}

/** What the overlay says of itself; the scenario underneath is not read. */
function readingOf(path: string): { readonly name: string; readonly by: string } | null {
  const file = disk.read(path);
  const document = file.ok ? readDocument(file.text, path) : null;
  if (document === null || !document.ok) return null;
  const { data } = document.document;
  if (typeof data !== 'object' || data === null || !('reading' in data)) return null;
  const read = overlayFileSchema.shape.reading.safeParse(data.reading);
  return read.success && read.data !== undefined ? read.data : null;
}
