/** What call flows are made of; the generators put it together. */
export const TEAMS = ['Billing', 'Service desk', 'Technical help', 'Sales', 'Moving house', 'Complaints', 'Claims', 'Cards', 'Deliveries', 'Returns'];

export const TASKS = [
  ['pay-a-bill', 'Pay a bill', 'Take the payment', 'Your bill is paid. You will get a receipt by email.'],
  ['change-address', 'Change my address', 'Change the address', 'Your address is changed, and your next bill goes to the new one.'],
  ['track-order', 'Where is my order', 'Look up the order', 'Your order left our warehouse on {date} and comes on {day}.'],
  ['book-visit', 'Book a visit', 'Book the engineer', 'An engineer comes on {day} between {from} and {to}.'],
  ['report-fault', 'Report a fault', 'Report the fault', 'We have noted the fault, and we tell you by text when it is mended.'],
  ['balance', 'Hear my balance', 'Look up the balance', 'Your balance is {amount}.'],
  ['lost-card', 'Report a lost card', 'Block the card', 'Your card is blocked, and a new one comes within three days.'],
  ['renew', 'Renew my contract', 'Renew the contract', 'Your contract is renewed for twelve months at the same price.'],
];

export const QUESTIONS = [
  ['account-number', 'What is your account number, or the phone number on your bill?'],
  ['order-number', 'What is your order number? You find it in the email that we sent you.'],
  ['postcode', 'What is your postcode?'],
  ['date-of-birth', 'When were you born? Please say the day, the month and the year.'],
  ['meter-reading', 'What does your meter say? Please read the black digits from left to right.'],
];

export const REMARKS = [
  'Calls are recorded so that we can check what was agreed.',
  'You can also do this on our website at any time of the day.',
  'Thank you. One moment, please, while we look that up for you.',
  'Most bills go out on the first working day of the month.',
  'If you have just moved, please have your new address to hand.',
  'We never ask for your whole password, and we never ask for your PIN.',
];
