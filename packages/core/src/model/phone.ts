import type { Route } from '../source/source.js';
import type { NotSeen } from './step.js';

/** Something in an artefact that may be a phone number. Readers pick candidates by a cheap look at digits; whether it is a number is judged when artefacts are joined. */
export interface PhoneCandidate {
  /** The characters as written: of a link what stands behind `tel:`, of JSON-LD and of values the value. */
  readonly raw: string;
  /** Where `raw` stands. */
  readonly route: Route;
  readonly from: 'text' | 'tel-link' | 'json-ld' | 'value';
  /** Of a `tel:` link: the words that customers see. */
  readonly label?: string;
  /** Whether customers see it without a click; not seen where a template or a style sheet decides. */
  readonly visible: boolean | NotSeen;
  /** Up to 200 characters of visible text before and 200 after, for prices that are stated beside it and words such as "fax". */
  readonly near: string;
  /** Set where the document says that customers are told the price, in whatever words. */
  readonly costTold?: boolean;
  /** Two-letter country that the document or the page states for it. */
  readonly country?: string;
  /** Of values and of texts in several languages: the keys that lead to it, with dots between them, without the name of a language. */
  readonly key?: string;
  /** The step at which it is met. */
  readonly step?: string;
  /** The file in which it stands; absent where that is the file of the artefact. */
  readonly path?: string;
}
