// Not every list of services is about consent.
export const salon = { services: [{ name: 'Haircut', price: 20, default: true }], elementID: 'list' };
export const filter = { categories: { shoes: { enabled: true } }, guiOptions: [] };
