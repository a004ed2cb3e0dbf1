import { UserError } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';

/** What an option of a function may be; a list: one of these. */
type Form = 'text' | 'texts' | 'yes or no' | 'number' | 'sources' | readonly string[];

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

const isSource = (value: unknown): boolean => {
  const { path, text } = (value ?? {}) as { readonly path?: unknown; readonly text?: unknown };
  return typeof path === 'string' && path !== '' && typeof text === 'string';
};

const HOLDS: Readonly<Record<Extract<Form, string>, { readonly is: (value: unknown) => boolean; readonly told: string }>> = {
  text: { is: (value) => typeof value === 'string', told: 'a string' },
  texts: { is: isTexts, told: 'an array of strings' },
  'yes or no': { is: (value) => typeof value === 'boolean', told: 'true or false' },
  number: { is: (value) => typeof value === 'number' && value > 0, told: 'a number above 0' },
  sources: { is: (value) => Array.isArray(value) && value.every(isSource), told: 'an array of objects with `path` and `text`, both strings' },
};

const mistakeIn = (name: string, value: unknown, form: Form): string | undefined => {
  if (typeof form === 'string') return HOLDS[form].is(value) ? undefined : `\`${name}\` must be ${HOLDS[form].told}`;
  return typeof value === 'string' && form.includes(value) ? undefined : `\`${name}\` must be one of ${form.join(', ')}`;
};

/** Refuses options that are misspelt or of another form: nobody must take a part of a service for all of it. Those without a value count as left out. */
export const checkOptions = (of: string, options: unknown, forms: Readonly<Record<string, Form>>): void => {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw new UserError(`The options of \`${of}\` must be an object.`);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
    if (form === undefined) {
      const meant = nearest(name, Object.keys(forms));
      throw new UserError(
        `\`${of}\` has no option \`${name}\`. ${meant === undefined ? `It has ${Object.keys(forms).join(', ')}.` : `Did you mean \`${meant}\`?`}`,
      );
    }
    const mistake = mistakeIn(name, value, form);
    if (mistake !== undefined) throw new UserError(`${mistake}, in the options of \`${of}\`.`);
  }
};
