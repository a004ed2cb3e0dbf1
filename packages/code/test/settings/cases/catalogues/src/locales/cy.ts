const cy = { contact: { call: 'Ffoniwch 0330 555 0184', phone: '0330 555 0184' } };
export default cy;
