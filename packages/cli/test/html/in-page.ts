// What is looked at inside the page: run there as text, so that it needs no types of browsers.

const asked = (body: string): string => `(() => { ${body} })()`;

/** Elements that have to have a name, and have none. */
export const nameless = asked(`
  const name = (e) => (e.getAttribute('aria-label') ?? (e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')).trim()
    || e.closest('label')?.textContent.trim() || e.textContent.trim();
  return [...document.querySelectorAll('a, button, input, select, [role=img], [role=region], [role=group], section, article, nav, form')].filter((e) => name(e) === '').map((e) => e.outerHTML.slice(0, 120));
`);

/** Headings that skip a level. */
export const skippedHeadings = asked(`
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((e) => [Number(e.localName[1]), e.textContent]);
  return levels.filter(([level], i) => i > 0 && level > levels[i - 1][0] + 1);
`);

/** Ids that are there more than once. */
export const sameIds = asked(`
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
`);

/** Links and uses of what is not there. */
export const brokenReferences = asked(`
  return [...document.querySelectorAll('a[href^="#"], use')].map((e) => e.getAttribute('href')).filter((href) => document.getElementById(href.slice(1)) === null);
`);

/** Texts that stand out from what is behind them by less than 4.5:1. */
export const faint = asked(`
  const parts = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (color) => { const [r, g, b] = parts(color).map((c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const behind = (e) => { for (; e !== null; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; const p = parts(c); if (p.length < 4 || p[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
  const inked = [...document.querySelectorAll('body *:not(svg):not(svg *):not(script):not(style)')].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== ''));
  const html = inked.map((e) => [e.textContent.slice(0, 40), ratio(getComputedStyle(e).color, behind(e))]);
  const svg = [...document.querySelectorAll('.store .node')].flatMap((node) => [...node.querySelectorAll('text')].map((t) => [t.textContent, ratio(getComputedStyle(t).fill, getComputedStyle(node.querySelector('path')).fill)]));
  const badges = [...document.querySelectorAll('.badge')].slice(0, 1).map((b) => ['badge', ratio(getComputedStyle(b.querySelector('text')).fill, getComputedStyle(b.querySelector('circle')).fill)]);
  return [...html, ...svg, ...badges].filter(([, r]) => r < 4.5);
`);

/** Texts of drawings that lose their style where the drawing is used: rules must not need anything above it. */
export const unstyled = asked(`
  const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  const drawings = [...document.querySelectorAll('.store defs > g')].map((g) => svg.appendChild(g.cloneNode(true)));
  const lost = drawings.flatMap((g) => [...g.querySelectorAll('.node text')].filter((t) => getComputedStyle(t).textAnchor !== 'middle').map((t) => t.textContent));
  svg.remove();
  return lost;
`);

/** Where the keyboard is. */
export const focused = asked(`
  const e = document.activeElement;
  return e.localName + ' ' + (e.textContent.trim() || e.getAttribute('aria-label') || e.getAttribute('name') || '');
`);

/** Elements and attributes through which a text of a flow would act. */
export const dangers = asked(`
  const elements = [...document.querySelectorAll('iframe, object, embed, img, link, base, foreignObject, animate, set')].map((e) => e.localName);
  const attributes = [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes].filter((a) => a.name.startsWith('on') || (/href|src|action/.test(a.name) && !/^(#|https:\\/\\/)/.test(a.value))).map((a) => a.name + '=' + a.value));
  const unseen = /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML) ? ['direction'] : [];
  return [...elements, ...attributes, ...unseen];
`);
