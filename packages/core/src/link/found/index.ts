// What is known of phone numbers, for packages that meet numbers elsewhere: `@carelint/core/phones`. Loads the numbering plans at once.
export { foundPhone, type FoundPhone, type Home } from './found-phone.js';
export { numberingPlans } from './numbering-plans.js';
