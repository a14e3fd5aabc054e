/** A process whose servers answer one client after another: to start one for each takes longer than what most ask. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { Typed } from '../oracle/batch.ts';
import { builtProgram } from '../program.ts';

/** Of all files of tests that a worker runs; it ends with the worker. */
let host: ChildProcess | null = null;
/** Ends the server of whoever talked to it last. */
let hangUp = (): Promise<void> => Promise.resolve();

function aliveHost(): ChildProcess {
  if (host !== null && host.exitCode === null && host.signalCode === null) return host;
  host = fork(join(builtProgram(), 'mcp-host.js'), [], { execArgv: [], stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  return host;
}

/** Messages of one client to and from a server in the shared process; the client before it is hung up on. */
export class SharedTransport implements Transport {
  onmessage?: (message: JSONRPCMessage) => void;
  onclose?: () => void;
  readonly #typed: Typed;
  readonly #host = aliveHost();
  readonly #read = new ReadBuffer();
  #isOpen = false;
  readonly #hear = (bytes: Buffer): void => {
    this.#read.append(bytes);
    for (let message = this.#read.readMessage(); message !== null; message = this.#read.readMessage())
      this.onmessage?.(message);
  };

  constructor(typed: Typed) {
    this.#typed = typed;
  }

  async start(): Promise<void> {
    await hangUp();
    hangUp = () => this.close();
    this.#isOpen = true;
    this.#host.stdout?.on('data', this.#hear);
    this.#host.once('exit', () => this.onclose?.());
    this.#host.send(this.#typed);
  }

  async send(message: JSONRPCMessage): Promise<void> {
    this.#host.stdin?.write(serializeMessage(message));
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const ended = once(this.#host, 'message');
    this.#host.kill('SIGTERM');
    await ended;
    this.#host.stdout?.off('data', this.#hear);
    this.onclose?.();
  }
}
