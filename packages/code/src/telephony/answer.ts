import type { ts } from 'ts-morph';
import { controlObject } from './document.js';
import { Answered, type Answer } from './run.js';
import { siteOf, wordsIn, type Value } from './value.js';
import { documentOf, isXml } from './xml.js';

const LOOKS_ON = /(?:^|[.\s])(?:console|log|logger|debug|info|warn|error|trace|stringify|inspect|assert|table|write[lL]og)$/u;

/** Whether a call only looks at what it is given. */
export const looksOn = (words: string): boolean => LOOKS_ON.test(words.trim()) || /(?:^|\s)(?:console|logger)\s/u.test(words);

/** Methods that hand an answer over. */
const HANDS_OVER = /^(?:send|end|json|xml|html|text|body|setBody|write|resolve|status|render|sendFile|reply|code|newResponse)$/u;
const CALLBACKS = /^(?:callback|cb|done|resolve)$/u;
const OF_SERVER = /(?:^|\s)(?:res|response|reply|resp|ctx|c|h|NextResponse|Response|HttpResponse)(?:\s|$)/u;

/** The document that a value is, or holds as the body of an answer. */
export const answerOf = (value: Value, node: ts.Node): Answer | undefined => {
  if (value.is === 'document' || value.is === 'written') return { is: 'document', document: value.document };
  if (isXml(value)) {
    const site = siteOf(node);
    return { is: 'document', document: documentOf(value, node.getSourceFile().text.slice(site.start, site.end), site) };
  }
  if (value.is === 'array') {
    const document = controlObject(value, siteOf(node));
    return document === undefined ? undefined : { is: 'document', document };
  }
  if (value.is === 'text') {
    // A document inside a text, such as one with a declaration of XML in front.
    for (const part of value.parts) {
      const inside = typeof part === 'string' ? undefined : answerOf(part, node);
      if (inside !== undefined) return inside;
    }
  }
  const body = value.is === 'object' ? (value.entries.get('body') ?? value.entries.get('data') ?? value.entries.get('twiml')) : undefined;
  return body === undefined ? undefined : answerOf(body, node);
};

/** `res.status(404)` anywhere in a chain of calls. */
const isError = (node: ts.Node): boolean => /\.(?:status|sendStatus|code|writeHead)\(\s*[45]\d\d/u.test(node.getText().slice(0, 300));

/** Ends the way where a call hands an answer over to the platform. */
export const sends = (node: ts.Node, values: readonly Value[], name: string, words: string): void => {
  if (looksOn(words) && !OF_SERVER.test(words)) return;
  const isServer = OF_SERVER.test(words) && HANDS_OVER.test(name);
  const isCallback = CALLBACKS.test(name);
  for (const value of values) {
    const answer = answerOf(value, node);
    // A document itself may also be handed to somebody who adds to it; as a text it is meant to be sent.
    if (answer === undefined || (value.is === 'document' && !isServer && !isCallback)) continue;
    if (name !== 'create' && name !== 'update' && name !== 'push' && name !== 'set') throw new Answered(isError(node) ? { is: 'nothing' } : answer);
  }
  if (name === 'redirect' && OF_SERVER.test(words)) redirected(node, values);
  if (name === 'sendStatus' || (isServer && isError(node))) throw new Answered({ is: 'nothing' });
  const [only] = isCallback ? values.slice(1) : values;
  if ((isServer && !/^(?:status|write|code|body)$/u.test(name)) || isCallback) throw new Answered(unseen(only, node, name));
};

const redirected = (node: ts.Node, values: readonly Value[]): void => {
  const to = values.find((value) => !(value.is === 'const' && typeof value.value === 'number'));
  if (to !== undefined) throw new Answered({ is: 'redirect', to, site: siteOf(node) });
};

/** An answer that is no document in sight: a plain text or an object is none for the platform; anything else may be. */
const unseen = (value: Value | undefined, node: ts.Node, name: string): Answer => {
  if (name === 'json' || value === undefined || value.is === 'const' || value.is === 'object' || value.is === 'array') return { is: 'nothing' };
  if (/error|err\b/u.test(wordsIn(value))) return { is: 'nothing' };
  return { is: 'unseen', why: 'what is answered there is made elsewhere', site: siteOf(node) };
};
