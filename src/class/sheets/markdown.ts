/** Markdown as HTML that holds nothing but text and its structure: HTML inside it is shown as it is written. */
import { Marked } from 'marked';

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    // Sheets are printed, and a page of a class leads nowhere else.
    link({ tokens }) {
      return this.parser.parseInline(tokens);
    },
  },
});

export function markdownHtml(text: string): string {
  return marked.parse(text, { async: false });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
