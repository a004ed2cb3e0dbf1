import { describe, expect, it } from 'vitest';
import { agreesToAdvertising } from '../../src/model/consent-words.js';
import { purposeOfPath } from '../../src/model/site-words.js';

describe('what a page is for, by its path', () => {
  it.each([
    ['/account/cancellation', 'cancel'],
    ['/account/cancelation.html', 'cancel'],
    ['/membership-cancelation', 'cancel'],
    ['/subscription_cancel/index.php', 'cancel'],
    ['/cancelled-orders', undefined],
    ['/contact-us?from=footer', 'contact'],
  ])('%s', (path, purpose) => {
    expect(purposeOfPath(path)).toBe(purpose);
  });
});

describe('boxes that agree to advertising', () => {
  it.each([
    ['emailOptIn', '', true],
    ['newsletterSubscribe', '', true],
    ['email_opt-in', '', true],
    ['emailOptOut', '', false],
    ['rememberMe', '', false],
    ['emailOptIn', 'I do not want any news', false],
    ['box7', 'Send me offers', true],
  ])('%s “%s”', (name, label, agrees) => {
    expect(agreesToAdvertising(name, label)).toBe(agrees);
  });
});
