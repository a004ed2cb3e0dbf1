import { MARK } from './holes.js';
import { attribute, isElement, isText, plain, type Element } from './tree.js';

/** Attributes by which frameworks show an element or leave it out. */
const SHOWN_IF = /^(?:\*?(?:data-)?ng-?(?:if|show|hide|switch-when)|v-(?:if|else|else-if|show)|x-(?:if|show)|[[:](?:hidden|v-if)\]?)$/u;

/** Whether a script decides when an element is shown. */
export const isShownByScript = (element: Element): boolean => element.attrs.some(({ name }) => SHOWN_IF.test(name));

/** Attributes by which a script is told to take in a part of the page. */
const TAKES_IN = /^(?:w3-include-html|data-include|hx-get|data-include-html|include-html)$/u;
/** Elements that scripts fill with words. */
const FILLABLE = new Set('div section main header footer nav aside ul ol tbody p span address'.split(' '));
/** Elements that have no words even when a script has filled them. */
const WORDLESS = /viewer|player|icon|map|spinner|loader|image|img|video|canvas|swiper|slider|emoji|captcha/u;
/** Names of empty elements that surely wait for what customers come for. */
const WANTED = /header|footer|nav|menu|contact|phone/iu;
/** Names of empty elements that wait for something else. */
const DECORATION =
  /map|captcha|mess?age|msg|error|success|alert|status|modal|overlay|load(?:er|ing)|spinner|toast|swiper|slider|carousel|particle|canvas|chart|progress|top|scroll|cursor|backdrop|burger|toggle|icon|bg|background|divider|line|spacer|video|player|result|popup|tooltip|fb-root|google|translate|count|year|copyright|price|total|preview|name|title|address/iu;
/** What is shown until something else is there. */
const FOR_NOW = /(?:^|[\s_-])skeleton(?:$|[\s_-])|placeholder-(?:glow|wave)/iu;

const isEmpty = (element: Element): boolean => !element.childNodes.some((node) => isElement(node) || (isText(node) && /\S/u.test(node.value)));

/** Looks for places of a page that a script fills when it is opened, of which the file does not tell what will be there. */
export class FilledByScript {
  #open: string | undefined;
  /** The name of the first empty element that a script may fill. */
  #empty: string | undefined;
  #hasOwnScript = false;

  /** Why the file does not show all of the page; undefined where it does. */
  get why(): string | undefined {
    if (this.#open !== undefined) return this.#open;
    return this.#empty !== undefined && this.#hasOwnScript ? `a script may fill the empty \`#${plain(this.#empty, 40)}\`` : undefined;
  }

  /** Notes a script of the page, by its address or its code. */
  run(address: string, code: string): void {
    const isOwn = address === '' ? /\b(?:innerHTML|append(?:Child)?|insertAdjacent|textContent)\b/u.test(code) : !/^(?:https?:)?\/\//iu.test(address);
    this.#hasOwnScript ||= isOwn;
    if (/\bdocument\.write(?:ln)?\s*\(/u.test(code)) this.#open ??= 'a script writes a part of the page';
    if (/(?:\.load|fetch|\$\.get)\s*\(\s*["'`][^"'`]{0,120}\.html?["'`]/u.test(code)) this.#open ??= 'a script fetches a part of the page';
  }

  /** Notes an element of the page. */
  see(element: Element): void {
    if (this.#open !== undefined) return;
    const id = attribute(element, 'id') ?? '';
    const names = `${id} ${attribute(element, 'class') ?? ''}`;
    if (element.attrs.some(({ name }) => TAKES_IN.test(name))) this.#open = 'a script takes in a part of the page';
    else if (FOR_NOW.test(names)) this.#open = 'a script puts something in the place of what is shown first';
    else if (element.tagName.includes('-')) {
      if (isEmpty(element) && !WORDLESS.test(element.tagName)) this.#open = `a script fills \`<${element.tagName}>\``;
    } else if (id !== '' && !id.includes(MARK) && FILLABLE.has(element.tagName) && (WANTED.test(id) || !DECORATION.test(names)) && isEmpty(element))
      this.#empty ??= id;
  }
}
