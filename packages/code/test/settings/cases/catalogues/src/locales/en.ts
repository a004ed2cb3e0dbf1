export default { contact: { call: 'Call us on 0330 555 0148', phone: '0330 555 0148' } } as const;
