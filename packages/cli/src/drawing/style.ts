const LIGHT =
  '--paper:#fff;--ink:#1b1f24;--soft:#57606a;--line:#6e7781;--walk:#b3261e;--onwalk:#fff;--talk:#e7f0fb;--give:#fff4d6;--gate:#f3e6fa;--quiet:#f0f2f4;--wait:#e3f4f1;--human:#dff3df;--end:#e9ebee;--unseen:#fff';
const DARK =
  '--paper:#14181d;--ink:#eef1f4;--soft:#b0bac4;--line:#8b96a1;--walk:#ff8f85;--onwalk:#2b0503;--talk:#1d3350;--give:#453a17;--gate:#3d2450;--quiet:#242b33;--wait:#173b36;--human:#1d3f20;--end:#333b44;--unseen:#14181d';

/** Colours of drawings, light and dark, on paper always light; a page that has a switch says which by `data-theme`. */
export const DRAWING_COLORS = `:root{color-scheme:light dark;${LIGHT}}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}@media screen{:root[data-theme=dark]{color-scheme:dark;${DARK}}:root[data-theme=light]{color-scheme:light}}`;

/** What drawings look like. Shape and words tell what a step is; colour only repeats it. */
export const DRAWING_RULES =
  '.drawing text{font:12px system-ui,"Liberation Sans",Arial,sans-serif;fill:var(--ink);text-anchor:middle}' +
  '.drawing .cap{font-size:11px;font-weight:700;fill:var(--soft)}' +
  '.paper{fill:var(--paper)}' +
  '.node>path{stroke:var(--line);stroke-width:1.2;fill:var(--talk)}' +
  '.k-menu>path,.k-ask>path,.k-survey>path{fill:var(--give)}.k-verify>path{fill:var(--gate)}' +
  '.k-check>path,.k-act>path,.k-case>path,.k-call>path,.k-return>path{fill:var(--quiet)}.k-check>path{stroke-dasharray:2 3}' +
  '.k-queue>path,.k-transfer>path{fill:var(--wait)}.k-person>path,.k-callback>path,.k-voicemail>path{fill:var(--human)}' +
  '.k-start>path,.k-end>path{fill:var(--end);stroke-width:2.4;stroke:var(--ink)}.k-unknown>path,.k-more>path{fill:var(--unseen);stroke-dasharray:6 4}' +
  '.ways{stroke:var(--line);fill:var(--line);stroke-width:1.2}.line{fill:none}.w-trouble>.line{stroke-dasharray:5 4}.w-tie>.line{stroke-dasharray:1 3}' +
  '.tip{stroke:none}.words text{font-size:11px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}' +
  '.drawing .flows rect{fill:none;stroke:var(--line);stroke-dasharray:8 4}.drawing .flows text{font-weight:700;text-anchor:start}' +
  '.walked{stroke:var(--walk);fill:var(--walk);stroke-width:3.4}.ring{fill:none;stroke:var(--walk);stroke-width:2.6}' +
  '.badge circle{fill:var(--walk);stroke:var(--paper);stroke-width:1.5}.drawing .badge text{fill:var(--onwalk);font-weight:700}';

/** The style of a drawing that stands alone. */
export const DRAWING_STYLE = DRAWING_COLORS + DRAWING_RULES;
