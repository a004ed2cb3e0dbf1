import type { Seen } from '../../model/step.js';
import type { WayKind } from '../../model/site.js';

/** Chats that are put into a page by a script, by their host. Who answers is set with the supplier, not in the page. */
const CHATS: readonly (readonly [host: RegExp, name: string])[] = [
  [/embed\.tawk\.to/u, 'tawk.to'],
  [/(?:widget|js)\.intercom(?:cdn)?\./u, 'Intercom'],
  [/static\.zdassets\.com|zopim/u, 'Zendesk'],
  [/client\.crisp\.chat/u, 'Crisp'],
  [/js\.driftt\.com/u, 'Drift'],
  [/cdn\.livechatinc\.com/u, 'LiveChat'],
  [/code\.tidio\.co/u, 'Tidio'],
  [/wchat\.(?:eu\.)?freshchat\.com/u, 'Freshchat'],
  [/static\.olark\.com/u, 'Olark'],
  [/cdn\.userlike\.com|userlike-cdn/u, 'Userlike'],
  [/code\.jivosite\.com/u, 'JivoChat'],
  [/smartsuppchat\.com/u, 'Smartsupp'],
  [/salesforceliveagent\.com|embeddedservice/u, 'Salesforce'],
  [/lpcdn\.lpsnmedia\.net|liveperson/u, 'LivePerson'],
  [/js\.usemessages\.com|js\.hs-scripts\.com/u, 'HubSpot'],
];

/** Bots that nobody stands behind unless somebody adds people. */
const BOTS = /botpress|landbot\.io|dialogflow\.com|chatbase\.co|cdn\.voiceflow\.com|collect\.chat|manychat|snatchbot/u;

/** The chat that a script or a frame brings; undefined where it brings none. */
export const chatOf = (address: string): Seen<WayKind> | undefined => {
  if (BOTS.test(address)) return 'bot';
  const chat = CHATS.find(([host]) => host.test(address));
  return chat === undefined ? undefined : { unknown: `who answers in the chat of ${chat[1]} is set outside the page` };
};

/** Hosts of forms that others show in a frame. */
const FORMS = /docs\.google\.com\/forms|typeform\.com|jotform|wufoo\.com|formstack|cognitoforms|tally\.so|forms\.office\.com|123formbuilder|hsforms/u;
/** Frames in which nobody is reached. */
const HARMLESS =
  /google\.[a-z.]+\/maps|maps\.google|openstreetmap|youtube|youtu\.be|vimeo|googletagmanager|facebook\.com\/plugins|spotify|soundcloud|recaptcha|doubleclick|calendar/u;

/** What a frame may hold: a form that cannot be seen, nothing, or who knows. */
export const frameOf = (address: string): 'form' | 'nothing' | 'unknown' =>
  FORMS.test(address) ? 'form' : address === '' || address === 'about:blank' || HARMLESS.test(address) ? 'nothing' : 'unknown';
