export const orders = [{ id: '1029384756', customer: { phone: '020 7946 0000' } }];
