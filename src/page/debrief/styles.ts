/** How the page of a debrief looks: large enough for a projector, complete on paper. */
export const DEBRIEF_STYLES = `
main { max-width: 64rem; font-size: 1.15rem; }
.step { border-top: 2px solid var(--line); padding: .6rem 0; }
.step > summary { font-size: 1.35rem; font-weight: 700; }
.step > summary::marker { color: var(--mark); }
.step table { font-size: 1rem; }
.step td, .step th { padding-right: 1rem; }
@media print { main { font-size: 10.5pt; } .step::details-content { content-visibility: visible; block-size: auto; } }
`;
