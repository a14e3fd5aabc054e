/** The examples of a page: a block of code and the block with what it prints below it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export function page(name: string): string {
  return readFileSync(join(ROOT, 'docs', name), 'utf8');
}

export interface Example {
  /** The heading above it. */
  readonly title: string;
  readonly code: string;
  readonly prints: string;
}

/** Blocks of one language that are followed by a block of text. */
export function examples(text: string, language: string): readonly Example[] {
  const found = [
    ...text.matchAll(new RegExp(`\`\`\`${language}\n([^\`]*(?:\`[^\`]+)*?)\`\`\`\n\n\`\`\`text\n([^]*?)\`\`\``, 'g')),
  ];
  return found.map((match) => {
    const above = text.slice(0, match.index).split('\n');
    const title = above.findLast((line) => line.startsWith('## ')) ?? '';
    return { title: title.slice(3), code: match[1]!, prints: match[2]! };
  });
}

export function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map((match) => match[1]!);
}
