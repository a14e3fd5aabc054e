/**
 * Signals and errors that end or stop the program. Each of them gives the terminal back first, and what is to be said is
 * printed after that.
 */

export interface DeathWatchOptions {
  /** Gives the terminal back for good. */
  readonly leave: () => void;
  /** Writes unsaved work, and says where. */
  readonly beforeDeath?: () => string | undefined;
  /** Give the terminal back while the program is stopped, and take it again. */
  readonly giveBack: () => void;
  readonly takeOver: () => void;
}

export interface DeathWatch {
  /** Ends the program with this exit code; an error is printed. */
  readonly die: (code: number, error?: unknown) => void;
  /** Stops the program until the shell continues it. */
  readonly suspend: () => void;
  readonly end: () => void;
}

/** Exit codes as shells give them: 128 and the number of the signal. */
const CODES = { SIGTERM: 143, SIGINT: 130, SIGHUP: 129, SIGQUIT: 131 } as const;

/** An error that nobody caught (EX_SOFTWARE of sysexits). */
const BROKEN = 70;

/** Where nobody can continue a program the system does not stop it; then it goes on after this time. */
const NOT_STOPPED_MS = 100;

export function createDeathWatch({ leave, beforeDeath, giveBack, takeOver }: DeathWatchOptions): DeathWatch {
  const listeners = new Map<string, (reason: unknown) => void>();
  let dying = false;
  let suspended = false;

  const die = (code: number, error?: unknown): void => {
    if (dying) return;
    dying = true;
    const said: string[] = [];
    const attempt = (step: () => string | undefined | void): void => {
      try {
        const text = step();
        if (text !== undefined) said.push(text);
      } catch (failure) {
        said.push(describe(failure));
      }
    };
    if (beforeDeath !== undefined) attempt(beforeDeath);
    attempt(leave);
    if (error !== undefined) said.unshift(describe(error));
    if (said.length > 0) process.stderr.write(`${said.join('\n')}\n`);
    process.exit(code);
  };

  const resume = (): void => {
    if (dying || !suspended) return;
    suspended = false;
    process.on('SIGTSTP', suspend);
    takeOver();
  };
  const suspend = (): void => {
    if (suspended || process.platform === 'win32') return;
    suspended = true;
    giveBack();
    // Without a listener the signal does what it does by itself.
    process.off('SIGTSTP', suspend);
    process.kill(process.pid, 'SIGTSTP');
    setTimeout(resume, NOT_STOPPED_MS);
  };
  /** Also after a stop that the program was not told of. */
  const continued = (): void => {
    if (suspended) resume();
    else if (!dying) takeOver();
  };

  for (const [signal, code] of Object.entries(CODES)) listeners.set(signal, () => die(code));
  listeners.set('uncaughtException', (error) => die(BROKEN, error));
  listeners.set('unhandledRejection', (reason) => die(BROKEN, reason));
  listeners.set('exit', leave);
  if (process.platform !== 'win32') {
    listeners.set('SIGTSTP', suspend);
    listeners.set('SIGCONT', continued);
  }
  for (const [event, listener] of listeners) process.on(event, listener);

  return {
    die,
    suspend,
    end: () => {
      for (const [event, listener] of listeners) process.off(event, listener);
      listeners.clear();
      suspended = false;
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
