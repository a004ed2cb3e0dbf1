import { createTicket } from '../api';

// No customer waits for this.
export async function onAlarm(alarm) {
  try {
    await createTicket(alarm);
  } catch (error) {
    console.error(error);
  }
}
