export const texts = {
  offer: {
    accept: 'Yes, send me the voucher',
    decline: 'No, I hate saving money',
  },
};

export const buttons = [
  { text: 'Yes, please', onPress: () => accept() },
  { text: 'Nein danke, ich zahle lieber mehr', style: 'cancel' },
];
