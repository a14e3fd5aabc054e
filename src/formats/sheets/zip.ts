/** The parts of a zip archive that are asked for, unpacked only as far as their stated sizes, which are held to. */
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { refusalAt, refuse, wholeFile } from '../foreign.ts';

export const MOST_UNPACKED = 16 * 1024 * 1024;
const MOST_ENTRIES = 1000;

/** By name. @throws Refusal where it is no archive, or unpacks to more than it should */
export async function unzip(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const archive = await opened(bytes, file);
  let total = 0;
  if (archive.entryCount > MOST_ENTRIES)
    refuse(wholeFile(file), `is an archive of ${archive.entryCount} files; no spreadsheet has that many`);
  for (let entry = await next(archive, file); entry !== null; entry = await next(archive, file)) {
    if (!wanted(entry.fileName)) continue;
    total += entry.uncompressedSize;
    if (total > MOST_UNPACKED) {
      const most = `${MOST_UNPACKED / 1024 / 1024} MiB`;
      refuse(wholeFile(file), `unpacks to more than ${most} (${entry.fileName}); no score sheet is that large`);
    }
    parts.set(entry.fileName, await contentOf(archive, entry, file));
  }
  return parts;
}

function opened(bytes: Uint8Array, file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error === null) resolve(archive);
      else reject(broken(file, error));
    });
  });
}

function next(archive: ZipFile, file: string): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    archive.removeAllListeners();
    archive.once('entry', resolve);
    archive.once('end', () => resolve(null));
    archive.once('error', (error: Error) => reject(broken(file, error)));
    archive.readEntry();
  });
}

function contentOf(archive: ZipFile, entry: Entry, file: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(broken(file, error));
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('error', (fault: Error) => reject(broken(file, fault)));
      stream.on('end', () => resolve(Buffer.concat(pieces)));
    });
  });
}

function broken(file: string, error: Error): Error {
  return refusalAt(wholeFile(file), `is a broken archive: ${error.message}`);
}
