/** Classes and ids that the page's own style blocks hide. */
export interface HiddenNames {
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

const HIDES = /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

/** Whether an inline style hides. */
export const hidesInline = (style: string | undefined): boolean => style !== undefined && HIDES.test(style);

const SIMPLE = /^\s*([.#])([\w-]+)\s*$/u;
const BLOCK = /<style\b[^>]{0,300}>([\s\S]*?)<\/style/giu;

/** Rules at the top level of a style sheet: what stands under `@media` holds for some screens only. */
const topRules = (css: string): readonly (readonly [selectors: string, body: string])[] => {
  const rules: [string, string][] = [];
  let depth = 0;
  let selectors = '';
  let from = 0;
  for (let at = 0; at < css.length; at++) {
    const sign = css[at];
    if (sign === '{') {
      if (depth === 0) [selectors, from] = [css.slice(from, at), at + 1];
      depth++;
    } else if (sign === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        if (!selectors.includes('@')) rules.push([selectors, css.slice(from, at)]);
        from = at + 1;
      }
    } else if (sign === ';' && depth === 0) from = at + 1;
  }
  return rules;
};

/** Reads the style blocks of a page. Only selectors of one class or one id are understood; the last rule for a name wins. */
export const hiddenNames = (text: string): HiddenNames => {
  const hidden = { classes: new Set<string>(), ids: new Set<string>() };
  if (!/<style/iu.test(text)) return hidden;
  for (const [, css] of text.matchAll(BLOCK)) {
    for (const [selectors, body] of topRules((css ?? '').replace(/\/\*[\s\S]*?\*\//gu, ' '))) {
      if (!/display|visibility/iu.test(body)) continue;
      for (const selector of selectors.split(',')) {
        const [, sign, name] = SIMPLE.exec(selector) ?? [];
        if (name === undefined) continue;
        const names = sign === '.' ? hidden.classes : hidden.ids;
        if (HIDES.test(body)) names.add(name);
        else names.delete(name);
      }
    }
  }
  return hidden;
};
