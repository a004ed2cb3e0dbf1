import type { Route } from '../../source/source.js';
import { isUnread } from '../partly.js';

/** A purpose or service that visitors can agree to. */
export interface Box {
  readonly name: string;
  /** Ticked before anybody was asked. */
  readonly checked: boolean;
  /** Why it is not known whether it is ticked; `checked` says nothing then. */
  readonly open?: string;
  readonly route: Route;
}

/** What a configuration makes of the banner that asks for consent. */
export interface Banner {
  /** Where it is set how one says no; `none`: nowhere; `settings`: behind one more click; `beside`: next to yes; absent where the file does not tell. */
  readonly reject?: { readonly how: 'none' | 'settings' | 'beside'; readonly route: Route };
  readonly boxes: readonly Box[];
  readonly route: Route;
}

/** Why a setting is not known that ticks a box, as a part of the box. */
export const whyOpen = (...settings: readonly unknown[]): Pick<Box, 'open'> => {
  const open = settings.find(isUnread);
  return open === undefined ? {} : { open: open.unknown };
};
