import type { Way, WayKind } from '../../model/site.js';
import { folded } from '../../model/site-words.js';
import { standing } from '../../model/standing.js';
import type { Seen } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import { readForm } from './forms.js';
import { MARK, withoutHoles } from './holes.js';
import { FilledByScript, isShownByScript } from './filled.js';
import { jsonLdIn } from './json-ld.js';
import { isPostal, NEAR_A_NUMBER, RELAYS, SIGNS, SPEAKS_OF_SIGN_IN, TEXTS, WALL } from './page-words.js';
import { ABOUT_COOKIES } from '../../model/consent-words.js';
import { digitsIn, hasDigits, isAddress, looksDialled } from './phones.js';
import { noteBlock, nothingYet, type Around, type FormDraft, type Gathered, type WordsDraft } from './state.js';
import { hidesInline, type HiddenNames } from './styles.js';
import {
  attribute,
  attributeRoute,
  decoded,
  isElement,
  isText,
  isTouched,
  own,
  parsePage,
  plain,
  tagRoute,
  textIn,
  type Element,
  type Node,
  type ParentNode,
} from './tree.js';
import { chatOf, frameOf } from './widgets.js';

const BLOCKS = new Set(
  'address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td th tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['style', 'template', 'noscript', 'svg', 'math', 'object', 'canvas']);
/** What is shown as code holds no numbers to ring. */
const CODE = new Set(['pre', 'code', 'samp', 'kbd', 'var']);
const FRAME = new Set(['header', 'footer', 'nav', 'aside', 'dialog']);
const FIELDS = new Set(['input', 'select', 'textarea']);
const FRAME_NAMES = /(?:^|[\s_-])(?:header|footer|navbar|nav|sidebar|topbar|site-header|site-footer)(?:$|[\s_-])/iu;

const BY_TEMPLATE = { unknown: 'a template decides whether it is shown' };

/** So much visible text is kept on each side of a number. */
const NEAR = 200;
/** Longer words before a field are no label of it. */
const MOST_LABEL = 120;
/** So far from a number stand the words that name it one. */
const BESIDE = 60;
const MOST_TEXTS = 60;
const MOST_LINKS = 5000;

/** A number that waits for the text behind it. */
interface WaitingNumber {
  readonly at: number;
  readonly index: number;
}

/** Walks a page once, and takes out what matters. */
export class Gatherer {
  readonly out: Gathered = nothingYet();
  readonly #text: string;
  readonly #path: string;
  readonly #hidden: HiddenNames;
  readonly #headings: string[] = [];
  /** Text that is seen, as far as needed for what stands near a number. */
  #flow = '';
  #flowStart = 0;
  readonly #waiting: WaitingNumber[] = [];
  /** The block of text that is being read. */
  #block = '';
  #blockStart = -1;
  #blockEnd = -1;
  /** Its text since the last field, or that of the block before it. */
  #before = '';
  readonly #filled = new FilledByScript();
  /** The words after the last field. */
  #after: WordsDraft = { text: '' };

  constructor(text: string, path: string, hidden: HiddenNames) {
    this.#text = text;
    this.#path = path;
    this.#hidden = hidden;
  }

  gather(): Gathered {
    const document = parsePage(this.#text);
    this.#inside(document, { visible: true, main: true });
    this.#endBlock({ visible: true, main: true });
    this.#settleNumbers(true);
    this.out.open ??= this.#filled.why;
    return this.out;
  }

  #inside(parent: ParentNode, around: Around): void {
    for (const node of parent.childNodes) this.#visit(node, around);
  }

  #visit(node: Node, around: Around): void {
    if (isText(node)) {
      const place = node.sourceCodeLocation ?? undefined;
      this.#read(node.value, place === undefined ? undefined : [place.startOffset, place.endOffset], around);
    } else if (isElement(node)) this.#element(node, around);
  }

  #element(element: Element, around: Around): void {
    const name = element.tagName;
    if (name === 'script') {
      this.#script(element, around);
      return;
    }
    if (SKIPPED.has(name)) return;
    if (name === 'title') {
      this.out.title ||= plain(textIn(element), 120);
      if (this.out.heading === '') this.out.headed = tagRoute(element);
      return;
    }
    if (name === 'meta') {
      this.#meta(element);
      return;
    }
    const isBlock = BLOCKS.has(name);
    if (isBlock) this.#endBlock(around);
    const inner = CODE.has(name) ? { ...this.#aroundOf(element, around), code: true as const } : this.#aroundOf(element, around);
    this.#take(element, inner, around);
    if (isBlock) this.#endBlock(inner);
    this.#filled.see(element);
  }

  /** What an element means by itself, and what is in it. */
  #take(element: Element, inner: Around, outer: Around): void {
    const name = element.tagName;
    if (name === 'html') this.out.language ??= attribute(element, 'lang');
    if (name === 'form') this.#form(element, inner);
    else if (/^h[1-6]$/u.test(name)) this.#heading(element, inner);
    else if (name === 'a') this.#link(element, inner);
    else if (name === 'button') this.#button(element, inner);
    else if (name === 'label') this.#label(element, inner);
    else if (FIELDS.has(name)) this.#field(element, inner);
    else if (name === 'details') this.#details(element, inner, outer);
    else if (name === 'iframe') this.#frame(element, inner);
    else if (name === 'img') {
      const alt = attribute(element, 'alt') ?? '';
      if (alt !== '' && inner.words !== undefined) inner.words.text += ` ${alt}`;
      if (/\d{3}/u.test(alt) && digitsIn(alt).length > 0) this.out.ways.push({ unknown: 'a picture may show a number' });
    } else if (name === 'address') {
      const before = this.out.ways.length;
      this.#inside(element, inner);
      if (this.out.ways.length === before && isPostal(textIn(element), folded(textIn(element))))
        this.#way('address', inner.visible, tagRoute(element), 'an address');
    } else this.#banner(element, inner);
  }

  #aroundOf(element: Element, around: Around): Around {
    const hides = this.#hides(element);
    const visible = around.visible === false ? false : hides === true ? false : hides === false ? around.visible : hides;
    const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'role') ?? ''}`;
    const isFrame = FRAME.has(element.tagName) || (element.tagName === 'div' && FRAME_NAMES.test(names));
    if (visible === around.visible && !(around.main && isFrame)) return around;
    return { ...around, visible, main: around.main && !isFrame };
  }

  #hides(element: Element): Seen<boolean> {
    if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return isTouched(element) ? BY_TEMPLATE : true;
    if (element.attrs.length === 0) return false;
    const style = attribute(element, 'style');
    const names = [...(attribute(element, 'class') ?? '').split(/\s+/u)];
    const id = attribute(element, 'id');
    const hides =
      attribute(element, 'hidden') !== undefined ||
      hidesInline(style) ||
      attribute(element, 'aria-hidden')?.trim() === 'true' ||
      names.some((name) => this.#hidden.classes.has(name)) ||
      (id !== undefined && this.#hidden.ids.has(id));
    if (isShownByScript(element)) return { unknown: 'a script decides whether it is shown' };
    if (isTouched(element) || style?.includes(MARK) === true) return hides ? BY_TEMPLATE : false;
    return hides;
  }

  #meta(element: Element): void {
    if (attribute(element, 'http-equiv')?.toLowerCase() !== 'refresh') return;
    this.out.sentTo = /url\s*=\s*["']?([^"']{1,300})/iu.exec(attribute(element, 'content') ?? '')?.[1];
  }

  #script(element: Element, around: Around): void {
    this.out.scripts++;
    const address = attribute(element, 'src') ?? '';
    const type = (attribute(element, 'type') ?? '').toLowerCase();
    const code = address === '' ? textIn(element) : '';
    const route = tagRoute(element);
    if (type === 'application/ld+json') {
      const place = element.childNodes[0]?.sourceCodeLocation;
      for (const found of jsonLdIn(code, place?.startOffset ?? route[0], this.#path)) {
        if (found.object !== undefined) this.out.jsonld.push(found.object);
        this.out.ways.push(...found.ways);
        this.out.phones.push(...found.phones);
      }
      return;
    }
    const chat = chatOf(address) ?? (code === '' ? undefined : chatOf(code.slice(0, 20_000)));
    if (chat !== undefined) this.#way(chat, around.visible, route, 'a chat');
    this.#filled.run(address, code);
  }

  #form(element: Element, around: Around): void {
    const draft: FormDraft = {
      element,
      main: around.main,
      visible: around.visible,
      fields: [],
      buttons: [],
      labels: new Map(),
      text: '',
      heading: this.#headings.at(-1) ?? '',
    };
    this.#before = '';
    this.#inside(element, { ...around, form: draft });
    this.#after = { text: '' };
    const form = readForm(draft, this.#path);
    if (form === undefined) return;
    this.out.forms.push(form);
    if (form.main && form.visible !== false && form.form.purpose === 'sign-in') this.out.asksPassword = true;
  }

  #field(element: Element, around: Around): void {
    const type = (attribute(element, 'type') ?? '').toLowerCase();
    const { form } = around;
    if (form !== undefined) {
      if (type === 'submit' || type === 'image' || type === 'button')
        form.buttons.push({ text: attribute(element, 'value') ?? (type === 'submit' ? 'Submit' : '') });
      else {
        this.#after = { text: '' };
        form.fields.push({
          element,
          id: attribute(element, 'id'),
          inside: around.words,
          before: this.#before.length > MOST_LABEL ? '' : plain(this.#before),
          after: this.#after,
          visible: around.visible,
        });
      }
    }
    if (element.tagName === 'input' && (type === 'button' || type === 'submit') && around.banner !== undefined)
      around.banner.choices.push({ words: { text: attribute(element, 'value') ?? '' }, route: tagRoute(element) });
    this.#before = '';
  }

  #label(element: Element, around: Around): void {
    const words: WordsDraft = { text: '' };
    const target = attribute(element, 'for');
    if (target !== undefined) around.form?.labels.set(target, words);
    this.#inside(element, { ...around, words });
    this.#said(words.text, 'label', tagRoute(element));
  }

  #heading(element: Element, around: Around): void {
    const words: WordsDraft = { text: '' };
    this.#inside(element, { ...around, words });
    const text = plain(words.text, 120);
    if (text === '') return;
    this.#headings.push(text);
    if (element.tagName !== 'h1' || this.out.heading !== '') return;
    this.out.heading = text;
    this.out.headed = tagRoute(element);
  }

  #button(element: Element, around: Around): void {
    const words: WordsDraft = { text: '' };
    this.#inside(element, { ...around, words });
    if (words.text.trim() === '') words.text = attribute(element, 'aria-label') ?? attribute(element, 'title') ?? '';
    if ((attribute(element, 'type') ?? 'submit') === 'submit') around.form?.buttons.push(words);
    this.#before = '';
    around.banner?.choices.push({ words, route: tagRoute(element) });
    this.#said(words.text, 'button', tagRoute(element));
  }

  #link(element: Element, around: Around): void {
    const words: WordsDraft = { text: '' };
    this.#inside(element, { ...around, words });
    if (words.text.trim() === '') words.text = attribute(element, 'aria-label') ?? attribute(element, 'title') ?? '';
    const href = (attribute(element, 'href') ?? '').trim();
    const route = attributeRoute(element, 'href', this.#text);
    const label = plain(words.text, 80);
    around.banner?.choices.push({ words, route: tagRoute(element) });
    this.#said(
      words.text,
      /\bbtn\b|\bbutton\b/u.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'role') ?? ''}`) ? 'button' : 'link',
      tagRoute(element),
    );
    if (around.words !== undefined) around.words.text += ` ${words.text}`;
    if (href === '' || href.includes(MARK)) return;
    if (/^(?:#|javascript:)/iu.test(href) && /\be-?mail\b/iu.test(label))
      this.out.ways.push({ unknown: 'a script makes the link to an e-mail address' });
    if (/^tel:|^callto:/iu.test(href)) this.#telLink(href, route, label, around);
    else if (/^mailto:/iu.test(href) || href.includes('/cdn-cgi/l/email-protection') || attribute(element, 'data-cfemail') !== undefined)
      this.#mail(href, route, around);
    else if (TEXTS.test(href)) this.#way('text', around.visible, route, 'text messages');
    else if (!/^(?:#|javascript:|data:|\/+mailto:|\/+tel:|www\.)/iu.test(href) && this.out.links.length < MOST_LINKS)
      this.out.links.push({ href: plain(href, 400), words: label, route });
  }

  #telLink(href: string, route: Route, label: string, around: Around): void {
    const raw = own(href.replace(/^(?:tel|callto):(?:\/\/)?/iu, '').trim());
    if (!hasDigits(raw) && !isAddress(raw)) return;
    // A link that is never closed is begun anew in every paragraph after it.
    if (this.out.phones.some((phone) => phone.from === 'tel-link' && phone.route[0] === route[0])) return;
    this.#phone({ raw, route, from: 'tel-link', label, visible: around.visible });
    if (hasDigits(raw)) this.#way('phone', around.visible, route, raw);
  }

  #mail(href: string, route: Route, around: Around): void {
    const address = own(decoded(href.replace(/^mailto:/iu, '').replace(/\?.*$/u, '')).trim());
    const isHidden = !/^mailto:/iu.test(href);
    if (!isHidden && !address.includes('@')) return;
    if (!isHidden) this.out.emails.push(standing({ address, use: 'contact' as const }, { route, path: this.#path, shown: address }));
    this.#way('mail', around.visible, route, isHidden ? 'an e-mail address' : address);
  }

  #details(element: Element, around: Around, outer: Around): void {
    const isOpen = attribute(element, 'open') !== undefined;
    for (const node of element.childNodes) {
      const isSummary = isElement(node) && node.tagName === 'summary';
      this.#visit(node, isSummary || isOpen ? around : { ...outer, visible: isTouched(element) ? BY_TEMPLATE : false });
    }
  }

  #frame(element: Element, around: Around): void {
    const address = attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
    const route = tagRoute(element);
    const chat = chatOf(address);
    if (chat !== undefined) this.#way(chat, around.visible, route, 'a chat');
    else if (frameOf(address) === 'form') this.#way('form', around.visible, route, 'a form in a frame');
    else if (frameOf(address) === 'unknown') this.out.ways.push({ unknown: 'a frame shows a page of its own' });
  }

  /** Anything else; where it asks about cookies, its buttons are gathered. */
  #banner(element: Element, around: Around): void {
    const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`;
    if (around.banner !== undefined || element.tagName === 'body' || element.tagName === 'html' || !ABOUT_COOKIES.test(names)) {
      this.#inside(element, around);
      return;
    }
    const banner = { route: tagRoute(element), choices: [] };
    this.#inside(element, { ...around, banner });
    if (banner.choices.length > 0) this.out.banners.push(banner);
  }

  /** A stretch of text. */
  #read(value: string, place: readonly [number, number] | undefined, around: Around): void {
    if (!/\S/u.test(value)) {
      if (this.#block !== '') this.#block += ' ';
      return;
    }
    if (around.words !== undefined) around.words.text += value;
    if (around.form !== undefined && around.form.text.length < 2000) around.form.text += ` ${value}`;
    if (this.#block.trim() === '') this.#before = '';
    if (this.#blockStart < 0 && place !== undefined) this.#blockStart = place[0];
    if (place !== undefined) this.#blockEnd = place[1];
    if (this.#block.length < 20_000) this.#block += value;
    this.#before = `${this.#before} ${value}`.slice(-300);
    if (this.#after.text.length < 200) this.#after.text += value;
    if (around.visible !== false) {
      this.out.seen += value.length;
      this.#flow += `${value} `;
    }
    if (place !== undefined && around.code !== true && /\d{2}/u.test(value)) this.#numbers(place, value, around);
    if (this.#flow.length > 1_000_000) this.#settleNumbers(false);
  }

  #numbers([start, end]: readonly [number, number], value: string, around: Around): void {
    const all = digitsIn(this.#text.slice(start, end));
    if (all.length === 0) return;
    const beside = this.#block.slice(-BESIDE - value.length);
    const shift = beside.length - value.length;
    for (const found of all) {
      const route = [start + found.start, start + found.end];
      const isNamed = NEAR_A_NUMBER.test(beside.slice(Math.max(0, shift + found.start - BESIDE), shift + found.end + BESIDE));
      this.#phone({ raw: found.raw, route, from: 'text', visible: around.visible });
      if (looksDialled(found.raw, isNamed)) this.#way('phone', around.visible, route, found.raw);
    }
  }

  #phone(candidate: { raw: string; route: Route; from: 'text' | 'tel-link'; label?: string; visible: Seen<boolean> }): void {
    this.#waiting.push({ at: this.#flowStart + this.#flow.length, index: this.out.phones.length });
    this.out.phones.push({ ...candidate, near: '', path: this.#path, step: PAGE });
  }

  /** Fills in what stands near numbers whose surroundings have been read. */
  #settleNumbers(isEnd: boolean): void {
    while (this.#waiting.length > 0) {
      const [first] = this.#waiting;
      if (first === undefined || (!isEnd && first.at + NEAR > this.#flowStart + this.#flow.length)) break;
      this.#waiting.shift();
      const at = first.at - this.#flowStart;
      const near = plain(this.#flow.slice(Math.max(0, at - NEAR), at + NEAR), 2 * NEAR);
      const phone = this.out.phones[first.index];
      if (phone !== undefined) this.out.phones[first.index] = { ...phone, near };
    }
    if (!isEnd && this.#flow.length > 2 * NEAR) {
      const keep = this.#waiting[0] === undefined ? NEAR : Math.max(NEAR, this.#flowStart + this.#flow.length - this.#waiting[0].at + NEAR);
      this.#flowStart += this.#flow.length - keep;
      this.#flow = own(this.#flow.slice(-keep));
    }
  }

  /** A block of text is over: what it says as a whole. */
  #endBlock(around: Around): void {
    const text = this.#block;
    const route = [this.#blockStart, this.#blockEnd];
    this.#block = '';
    this.#after = { text: '' };
    this.#blockStart = -1;
    if (text.trim() === '' || route[0] === undefined || route[0] < 0) return;
    noteBlock(this.out, text, around.visible === true && around.code !== true && !text.includes(MARK), { route, path: this.#path });
    const words = folded(withoutHoles(text.slice(0, 2000)));
    if (RELAYS.test(words)) this.#way('relay', around.visible, route, 'a text relay');
    if (SIGNS.test(words)) this.#way('sign', around.visible, route, 'sign language');
    if (/\w ?(?:@|\[at\]|\(at\)| at ) ?[\w-]+ ?(?:\.|\[dot\]|\(dot\)) ?[a-z]{2,}/u.test(words))
      this.#way('mail', around.visible, route, 'an e-mail address');
    if (isPostal(text, words)) this.#way('address', around.visible, route, 'an address');
    if (!SPEAKS_OF_SIGN_IN.test(words)) return;
    if (around.visible !== true) return;
    if (around.main && WALL.test(words)) this.out.wall = true;
    this.#said(text, undefined, route);
  }

  #said(text: string, place: 'button' | 'link' | 'label' | undefined, route: Route): void {
    if (this.out.utterances.length >= MOST_TEXTS || text.length > 2000) return;
    const words = plain(text, 300);
    if (!/\p{L}{2}/u.test(words)) return;
    if (this.out.utterances.some((one) => one.text === words)) return;
    this.out.utterances.push({ text: words, speaker: 'system', step: PAGE, route, path: this.#path, ...(place === undefined ? {} : { place }) });
  }

  #way(is: Seen<WayKind>, visible: Seen<boolean>, route: Route, shown: string): void {
    const same = (way: Seen<Way>): boolean => 'is' in way && JSON.stringify([way.is, way.visible]) === JSON.stringify([is, visible]);
    if (this.out.ways.length > 0 && this.out.ways.some(same)) return;
    this.out.ways.push(standing({ is, visible }, { route, path: this.#path, shown }));
  }
}

/** Id of the page's own step, until pages are joined into a site. */
export const PAGE = 'page';
