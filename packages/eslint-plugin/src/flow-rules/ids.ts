/** Says what of a file could not be read, though the rest was. */
export const UNREAD = 'unread-part';
/** Says what was read and is probably a slip. */
export const SLIP = 'probable-slip';
