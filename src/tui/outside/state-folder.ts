/** The folder of the user's state, where unsaved work outlives a crash: as XDG has it, or its like elsewhere. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export function stateFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const own = env['XDG_STATE_HOME'];
  if (own !== undefined && own.startsWith('/')) return join(own, 'winset');
  const local = env['LOCALAPPDATA'];
  if (platform === 'win32' && local !== undefined) return join(local, 'winset');
  return join(homedir(), '.local', 'state', 'winset');
}
