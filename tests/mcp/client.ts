/** The official client of the protocol, connected to the built program: one client at a time, or one more with a process of its own. */
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { JsonSchemaValidator, jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import type { CallToolResult, Progress } from '@modelcontextprotocol/sdk/types.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { builtProgram } from '../program.ts';
import { SharedTransport } from './shared.ts';

const ROOT = join(import.meta.dirname, '../..');
export const PROGRAM = join(builtProgram(), 'winset.js');

export type Arguments = Readonly<Record<string, unknown>>;

export interface Connection {
  readonly client: Client;
  /** Structured content is held against the schema that the server published, or the call fails. */
  readonly call: (name: string, given: Arguments, watch?: Watch) => Promise<CallToolResult>;
  readonly close: () => Promise<void>;
}

export interface Watch {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: Progress) => void;
}

/** Compiles each schema once for all clients, which takes longer than what they ask. */
function sharedValidators(): jsonSchemaValidator {
  const compiler = new AjvJsonSchemaValidator();
  const known = new Map<string, JsonSchemaValidator<never>>();
  return {
    getValidator: (schema) => {
      const text = JSON.stringify(schema);
      const validator = known.get(text) ?? compiler.getValidator<never>(schema);
      known.set(text, validator);
      return validator;
    },
  };
}

const validators = sharedValidators();

/** A client of `winset mcp` with these words; paths among them are seen from `cwd`. */
export async function connect(words: readonly string[] = [], cwd = ROOT): Promise<Connection> {
  return connected(new SharedTransport({ words, folder: cwd }));
}

/** The same, of a process of its own, as programs start it. */
export async function connectOwn(words: readonly string[] = []): Promise<Connection> {
  const command = { command: process.execPath, args: [PROGRAM, 'mcp', ...words] };
  return connected(new StdioClientTransport({ ...command, cwd: ROOT, stderr: 'pipe' }));
}

async function connected(transport: Transport): Promise<Connection> {
  const client = new Client({ name: 'test', version: '1.0.0' }, { jsonSchemaValidator: validators });
  await client.connect(transport);
  await client.listTools();
  return {
    client,
    call: async (name, given, watch = {}) =>
      CallToolResultSchema.parse(await client.callTool({ name, arguments: { ...given } }, undefined, watch)),
    close: () => client.close(),
  };
}

/** The text of a result. */
export function textOf({ content }: CallToolResult): string {
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}
