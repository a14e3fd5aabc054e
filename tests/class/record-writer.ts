/** Writes numbers into a record until it is killed, and says each one when it is on the disk. */
import { openRecord } from '../../src/class/record.ts';

const record = await openRecord(process.argv[2] ?? '');
for (let next = record.entries().length; ; next++) {
  record.append({ kind: 'instructor' }, `number ${next}`, next, [
    { kind: 'announced', team: null, text: String(next) },
  ]);
  process.stdout.write(`${next}\n`);
}
