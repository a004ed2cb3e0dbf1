// An address book.
export const contacts = [{ name: 'Jane', phone: '020 7946 0000' }];
