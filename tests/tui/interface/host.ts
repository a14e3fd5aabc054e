/**
 * Runs commands of the program one after another in one terminal, as a person does in a shell: a line of JSON says which,
 * and a mark that no terminal shows says how it ended and that the next can come.
 */
import { CommanderError } from '@commander-js/extra-typings';
import { runProgram } from '../../../src/cli/program.ts';
import { InputError } from '../../../src/questions/input-error.ts';
import type { Typed } from './hosted.ts';
import { markOf } from './mark.ts';

const { stdin, stdout } = process;

/** A line, which is not shown where it is typed. */
function nextLine(): Promise<string> {
  stdin.setRawMode(true);
  stdin.resume();
  return new Promise((resolve) => {
    let typed = '';
    const read = (chunk: Uint8Array): void => {
      typed += String(chunk);
      if (!typed.endsWith('\n')) return;
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      // A key may have come too late for the command before.
      resolve(typed.slice(typed.indexOf('{')));
    };
    stdin.on('data', read);
  });
}

/** The size of the terminal is told by a signal, which may come after the line. */
async function sized({ columns, rows }: Typed['size']): Promise<void> {
  while (stdout.columns !== columns || stdout.rows !== rows)
    await new Promise((wake) => {
      setTimeout(wake, 1);
    });
}

async function run({ words, folder, state, size }: Typed): Promise<number> {
  process.chdir(folder);
  process.env['XDG_STATE_HOME'] = state;
  await sized(size);
  try {
    process.exitCode = 0;
    await runProgram(words);
    return process.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    process.stderr.write(`${error instanceof InputError ? error.lines.join('\n') : String(error)}\n`);
    return error instanceof InputError ? 2 : 1;
  }
}

for (let code = 0; ;) {
  stdout.write(markOf(code));
  const typed: Typed = JSON.parse(await nextLine());
  code = await run(typed);
}
