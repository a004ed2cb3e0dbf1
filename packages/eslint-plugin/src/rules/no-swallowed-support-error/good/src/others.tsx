import { createTicket, openCase, submitFeedback, trackVisit } from './api';

export const Others = () => {
  const { createTicket: create } = useTickets();

  // The hook may tell of it.
  const one = async (data) => {
    try {
      await create(data);
    } catch {}
  };
  // Whoever calls it is told.
  const two = async (data) => {
    try {
      return await createTicket(data);
    } catch (error) {
      console.error(error);
      return null;
    }
  };
  const three = async (data) => {
    try {
      await createTicket(data);
    } catch (error) {
      throw new Error('no ticket', { cause: error });
    }
  };
  // Asked afterwards.
  const four = async (data) => {
    let ticket;
    try {
      ticket = await createTicket(data);
    } catch (error) {
      console.error(error);
    }
    if (!ticket) toast.error('That did not get through.');
  };
  const five = async () => {
    const answer = await submitFeedback(text).catch(() => null);
    show(answer);
  };
  const six = () => submitFeedback(text).catch((error) => toast.error(error.message));
  // Opens a case that there is.
  const seven = async (caseId) => {
    try {
      await openCase(caseId);
    } catch {}
  };
  // No matter of a customer's.
  const eight = async () => {
    try {
      await trackVisit();
      await fetch('/api/contacts', { method: 'POST' });
      await fetch('/api/tickets');
    } catch {}
  };
  return <Page {...{ one, two, three, four, five, six, seven, eight }} />;
};

// A click on a thumb waits for no answer.
export const Thumb = () => <button onClick={() => fetch('/api/feedback', { method: 'POST', body: 'up' }).catch(() => {})}>Helpful</button>;
