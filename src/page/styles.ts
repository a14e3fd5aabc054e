/** How a page looks: on a phone, on a wide screen, in the dark, and on paper. */
export const STYLES = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --line: #d0d7de; --yes: #1a7f37; --no: #b3261e; --shade: #f6f8fa; --mark: #0a58ca; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --quiet: #9da7b3; --paper: #12161c; --line: #3d444d; --yes: #57c26e; --no: #ff8a80; --shade: #1b212a; --mark: #78b0ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
.page { max-width: 76rem; margin: 0 auto; padding: 1rem; }
main { min-width: 0; max-width: 48rem; }
main > section { content-visibility: auto; contain-intrinsic-size: auto 50rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .4rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
a { color: var(--mark); }
.quiet { color: var(--quiet); font-size: .9rem; }
.verdict { font-size: 1.4rem; font-weight: 700; margin: .6rem 0 0; }
.verdict.yes { color: var(--yes); }
.verdict.no { color: var(--no); }
.old { border-left: 4px solid var(--mark); padding-left: .6rem; }
.before { opacity: .6; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { font-weight: 600; }
thead th { color: var(--quiet); font-weight: 500; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { min-width: 6rem; }
.no { color: var(--no); font-weight: 700; }
.group { background: var(--shade); }
.draft { max-width: 12rem; min-width: 6rem; color: var(--quiet); }
.scrolled { overflow-x: auto; }
.scrolled:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible, a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.span { position: relative; display: block; height: 1em; background: var(--shade); border: 1px solid var(--line); }
.span span { position: absolute; top: 2px; bottom: 2px; }
.span i { position: absolute; top: -2px; bottom: -2px; width: 2px; background: var(--ink); }
.plot { margin: .6rem 0; }
.plot svg { max-width: 100%; height: auto; }
.letters, .clash { list-style: none; padding: 0; }
.letters li { margin: .4rem 0; }
.clash { display: grid; gap: .6rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
.clash li { border: 2px solid var(--no); border-radius: .4rem; padding: .5rem .7rem; display: grid; gap: .2rem; }
.clash span { color: var(--quiet); font-size: .85rem; overflow-wrap: anywhere; }
.clash q { quotes: none; }
code { display: block; font-size: .8rem; color: var(--quiet); overflow-wrap: anywhere; }
dl { margin: .3rem 0; }
dl div { display: grid; grid-template-columns: minmax(5rem, 30%) 1fr; gap: .6rem; padding: .15rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; overflow-wrap: anywhere; }
dd { margin: 0; overflow-wrap: anywhere; }
button, select, input[type=search] { font: inherit; color: inherit; background: var(--shade); border: 1px solid var(--quiet); border-radius: .3rem; padding: .3rem .6rem; max-width: 100%; min-height: 2rem; }
button:disabled { color: var(--quiet); border-color: var(--line); }
td select { max-width: 11rem; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
aside { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem; background: var(--paper); margin-top: 1.5rem; }
aside h2 { margin-top: 0; }
details { border-top: 1px solid var(--line); padding: .3rem 0; }
.party { border-left: 4px solid var(--tone, var(--line)); padding-left: .6rem; margin: .8rem 0; }
.party h3 { margin: 0; }
summary { cursor: pointer; min-height: 1.8rem; }
.dial, .switch { display: block; margin: .4rem 0; font-size: .9rem; }
.dial span { display: flex; justify-content: space-between; gap: .5rem; }
.dial input { width: 100%; min-height: 1.6rem; accent-color: var(--tone, var(--mark)); }
.switch { display: grid; grid-template-columns: 1.6rem 1fr; align-items: start; overflow-wrap: anywhere; }
.sources { font-size: .85rem; overflow-wrap: anywhere; }
@media (min-width: 62rem) {
  .live .page { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 2rem; }
  aside { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; margin-top: 0; }
}
@page { margin: 18mm 15mm; }
@media print {
  :root { --ink: #000; --quiet: #444; --paper: #fff; --shade: #f2f2f2; --line: #bbb; --yes: #000; --no: #000; }
  body { font-size: 10.5pt; }
  aside, .tools, button, code { display: none !important; }
  .page { display: block !important; padding: 0; max-width: none; }
  main { max-width: none; }
  h2 { break-after: avoid; }
  section { break-inside: auto; content-visibility: visible !important; }
  tr, li, .plot, .clash li { break-inside: avoid; }
  .scrolled { overflow: visible; }
  .draft { display: none; }
  main details::details-content { content-visibility: visible; block-size: auto; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
