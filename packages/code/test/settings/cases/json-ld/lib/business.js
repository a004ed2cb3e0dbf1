export const BUSINESS = { name: 'Ashby Energy', tel: '+44 330 555 0148' };
