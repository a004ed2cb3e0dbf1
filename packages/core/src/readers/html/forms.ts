import { formOf, type FormField, type FormPurpose } from '../../model/site.js';
import { ABOUT_COOKIES, boxAgrees, CHOSEN_BEFORE, type BoxMeaning } from '../../model/consent-words.js';
import { fieldSlot, folded, LEAD_SLOTS, MARKETING_HOSTS, purposeOfPath, SELLS } from '../../model/site-words.js';
import { standing } from '../../model/standing.js';
import type { Seen } from '../../model/step.js';
import { ASKS_OPINION, LEAVES, SIGNS_IN, SIGNS_UP } from './page-words.js';
import type { FieldDraft, FormDraft, ReadForm } from './state.js';
import { attribute, isTouched, plain, tagRoute } from './tree.js';
import { MARK } from './holes.js';

/** Inputs that customers fill in. */
const NOT_FILLED = new Set(['hidden', 'submit', 'button', 'image', 'reset']);

const BY_TEMPLATE = { unknown: 'a template decides whether it is so' };

const typeOf = (field: FieldDraft): string =>
  field.element.tagName === 'input' ? (attribute(field.element, 'type') ?? 'text').trim().toLowerCase() : field.element.tagName;

/** Whether an attribute without a value is there. */
const flagOf = (field: FieldDraft, name: string): Seen<boolean> => {
  if (isTouched(field.element)) return BY_TEMPLATE;
  return attribute(field.element, name) !== undefined;
};

/** Whether a box is ticked; a script that keeps its state may do otherwise. */
const checkedOf = (field: FieldDraft): Seen<boolean> =>
  field.element.attrs.some(({ name }) => /^(?:v-model|ng-model|x-model|formcontrolname|\[\(ngmodel\)\]|[:[]checked\]?)$/u.test(name))
    ? { unknown: 'a script decides whether it is so' }
    : flagOf(field, 'checked');

const requiredOf = (field: FieldDraft): Seen<boolean> => {
  const required = flagOf(field, 'required');
  return required === false ? attribute(field.element, 'aria-required') === 'true' : required;
};

const labelOf = (field: FieldDraft, form: FormDraft): string => {
  const tied = field.id === undefined ? undefined : form.labels.get(field.id)?.text;
  const isBox = /^(?:checkbox|radio)$/u.test(typeOf(field));
  const beside = isBox ? [field.after.text, field.before] : [field.before];
  const words = [tied, field.inside?.text, attribute(field.element, 'aria-label'), attribute(field.element, 'placeholder'), ...beside];
  return plain(words.find((one) => one !== undefined && /[\p{L}]/u.test(one)) ?? '', 120);
};

const boxMeaning = (form: FormDraft): BoxMeaning => {
  const asksWho = form.fields.some((field) =>
    /^(?:email|phone|password|name)$/u.test(
      fieldSlot(plain(attribute(field.element, 'name') ?? field.id ?? '', 80), labelOf(field, form), typeOf(field)) ?? '',
    ),
  );
  if (asksWho) return 'anything';
  const named = folded(`${form.heading} ${attribute(form.element, 'id') ?? ''} ${attribute(form.element, 'class') ?? ''}`);
  if (ABOUT_COOKIES.test(named) || /\bcookies?\b/u.test(folded(form.text))) return 'cookies';
  return CHOSEN_BEFORE.test(named) ? 'chosen before' : 'a selection';
};

const readField = (field: FieldDraft, form: FormDraft, meaning: BoxMeaning, path: string): FormField => {
  const type = typeOf(field);
  const name = plain(attribute(field.element, 'name') ?? field.id ?? '', 80);
  const label = labelOf(field, form);
  const isBox = type === 'checkbox';
  const slot = isBox || type === 'radio' ? undefined : fieldSlot(name, label, type);
  const isUntold = slot === undefined && field.id !== undefined && form.labels.get(field.id)?.text.includes(MARK) === true;
  const read = {
    name,
    type,
    required: isUntold && !isBox ? { unknown: 'a template fills in what it asks' } : requiredOf(field),
    ...(label === '' ? {} : { label }),
    ...(slot === undefined ? {} : { slot }),
    ...(isBox && boxAgrees(name, label, meaning) ? { purpose: 'consent' as const } : {}),
    ...(isBox ? { checked: checkedOf(field) } : {}),
  };
  return standing(read, { route: tagRoute(field.element), path, shown: `“${label === '' ? name : label}”` });
};

const SEARCHES = /\bsearch\b|\bsuche|\bbuscar|\brecherche|\bcerca\b|\bzoek/u;

/** What a form is for, by its fields, its button, its heading and where it goes. */
const purposeOf = (form: FormDraft, fields: readonly FormField[], submit: string, action: string): FormPurpose => {
  const has = (slot: string): boolean => fields.some((field) => field.slot === slot);
  const button = folded(submit);
  const heading = folded(form.heading);
  const names = folded(
    `${attribute(form.element, 'id') ?? ''} ${attribute(form.element, 'name') ?? ''} ${attribute(form.element, 'class') ?? ''} ${attribute(form.element, 'role') ?? ''}`,
  );
  if (SEARCHES.test(button) || SEARCHES.test(names) || fields.some(({ type }) => type === 'search')) return 'search';
  const passwords = fields.filter(({ type }) => type === 'password').length;
  const around = `${button} ${heading} ${names}`;
  if (passwords > 0) return passwords > 1 || (SIGNS_UP.test(`${button} ${heading}`) && !SIGNS_IN.test(button)) ? 'sign-up' : 'sign-in';
  if (LEAVES.test(button)) return 'cancel';
  if (/\bunsubscribe\b|\bopt ?out\b|\babmelden\b|\babbestellen\b|darse de baja/u.test(around)) return 'unsubscribe';
  const writes = has('message') || fields.some(({ type }) => type === 'textarea');
  const leads = fields.filter(({ slot }) => slot !== undefined && LEAD_SLOTS.has(slot)).length;
  if (SELLS.test(`${button} ${heading}`) || leads >= 2 || (leads > 0 && MARKETING_HOSTS.test(action))) return 'sales';
  if (writes) return ASKS_OPINION.test(`${button} ${heading} ${names}`) ? 'feedback' : 'contact';
  if (SIGNS_UP.test(`${button} ${heading}`) && !/newsletter/u.test(around)) return 'sign-up';
  if (has('email') && fields.length <= 3) return 'newsletter';
  const page = purposeOfPath(action);
  return page === 'contact' ? 'contact' : 'other';
};

/** Makes a form of what was gathered; undefined for one that asks nothing and does nothing. */
export const readForm = (form: FormDraft, path: string): ReadForm | undefined => {
  const filled = form.fields.filter((field) => !NOT_FILLED.has(typeOf(field)) && attribute(field.element, 'disabled') === undefined);
  const meaning = boxMeaning(form);
  const fields = filled.map((field) => readField(field, form, meaning, path));
  const submit = plain(form.buttons.map(({ text }) => text).find((text) => /\p{L}/u.test(text)) ?? '', 80);
  if (fields.length === 0 && submit === '') return undefined;
  const action = (attribute(form.element, 'action') ?? '').trim();
  const route = tagRoute(form.element);
  const purpose = purposeOf(form, fields, submit, action);
  const heading = plain(form.heading, 60);
  const shown = heading === '' ? 'the form' : `the form under “${heading}”`;
  return {
    form: formOf(purpose, fields, { route, path, shown }),
    fields,
    action: action.includes(MARK) ? '' : plain(action, 400),
    submit,
    main: form.main,
    visible: form.visible,
    route,
    opinion: ASKS_OPINION.test(folded(`${submit} ${form.heading}`)),
  };
};
