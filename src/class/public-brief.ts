/** Texts beside a scenario, which are Markdown, as HTML for a page or a sheet: with nothing in it that runs or loads. */
import { Marked } from 'marked';

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escaped(text),
    link({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    image: ({ text }) => escaped(text),
  },
});

/** Markdown as HTML that holds nothing but text and its structure. */
export function markdownHtml(text: string): string {
  return marked.parse(text, { async: false });
}

/** Headings begin at `<h2>`: the page has the first one. */
export function briefHtml(markdown: string): string {
  const html = markdownHtml(markdown);
  return html.replaceAll(/<(\/?)h([1-5])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 1}>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
