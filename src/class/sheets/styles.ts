/** How sheets look: made for paper, A4 or letter; readable on a screen too. */

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

export function sheetStyles(paper: Paper): string {
  return `
@page { size: ${paper === 'a4' ? 'A4' : 'letter'}; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; color: #000; background: #fff; font: 11pt/1.4 Georgia, 'Times New Roman', serif; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.1rem; margin: 1.2rem 0 .3rem; break-after: avoid; }
h3 { font-size: 1rem; margin: .9rem 0 .2rem; break-after: avoid; }
p, ul, ol { margin: .35rem 0; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; font: 10pt/1.35 system-ui, sans-serif; }
th, td { text-align: left; vertical-align: top; padding: .2rem .4rem; border: 1px solid #777; overflow-wrap: anywhere; }
thead th { background: #eee; }
tr { break-inside: avoid; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
.points { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 4.5rem; }
.tick { width: 3.4rem; white-space: nowrap; }
.wide { width: 65%; }
th .quiet { font-weight: 400; }
.option { display: inline-block; margin-right: 1.2rem; }
.words { font-size: .9em; }
.head { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 2px solid #000; margin-bottom: .6rem; font: 9.5pt/1.4 system-ui, sans-serif; }
.secret { font-weight: 700; }
.fact { border: 1.5px solid #000; padding: .4rem .6rem; margin: .5rem 0; break-inside: avoid; }
.space { border: 1px solid #777; height: 7rem; margin: .3rem 0; }
.space.tall { height: 14rem; }
.line { border-bottom: 1px solid #777; height: 1.9rem; }
.quiet { color: #333; font-size: .9rem; }
.sheet + .sheet { break-before: page; }
.scrolled { overflow-x: auto; }
@media screen { .sheet + .sheet { border-top: 3px dashed #777; margin-top: 2rem; padding-top: 2rem; } }
@media print { body { padding: 0; max-width: none; } .scrolled { overflow: visible; } }
`;
}
