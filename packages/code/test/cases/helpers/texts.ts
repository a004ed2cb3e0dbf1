export const WELCOME = 'Hello from ' + 'Rowan Insurance.';
export const LINES = ['Thank you.', 'Take care.'];
