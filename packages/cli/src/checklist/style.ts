/** The style of the page; it is the same on paper, but for colours. */
export const CHECKLIST_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --soft: #4d4d4d; --line: #767676; --quiet: #f1f1f1; --mark: #7a1f18; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #f0f0f0; --soft: #c4c4c4; --line: #8d8d8d; --quiet: #24272b; --mark: #ffb4a9; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, 'Liberation Sans', Arial, sans-serif; }
h1 { font-size: 1.8rem; margin: 0 0 0.4rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 0.6rem; padding-top: 0.5rem; border-top: 3px solid var(--line); }
h1, h2 { line-height: 1.25; }
:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
.who { display: grid; gap: 0.6rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); margin: 1rem 0; }
label.line { display: block; }
input[type='text'], textarea { display: block; width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); padding: 0.3rem 0.4rem; }
textarea { min-height: 3.4rem; resize: vertical; }
fieldset { margin: 0 0 1rem; padding: 0.5rem 0.8rem 0.8rem; border: 1px solid var(--line); break-inside: avoid; }
legend { font-weight: 600; padding: 0 0.3rem; }
.weight { font-weight: 400; color: var(--soft); font-size: 0.875rem; }
.weight.error { color: var(--mark); font-weight: 600; }
.answers { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; margin: 0.1rem 0 0.4rem; }
.answers label { display: inline-flex; gap: 0.4rem; align-items: center; min-height: 1.75rem; }
.answers input { width: 1.2rem; height: 1.2rem; margin: 0; }
dl { margin: 0 0 0.5rem; font-size: 0.925em; }
dl div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 0.8rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.origin { color: var(--soft); font-size: 0.875rem; margin-top: 2rem; }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #777; --mark: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { break-after: avoid; }
  .answers input { appearance: none; border: 1px solid #000; border-radius: 0; width: 0.9rem; height: 0.9rem; }
  .answers input:checked { background: #000; print-color-adjust: exact; }
  textarea { min-height: 1.6cm; }
}
`;
