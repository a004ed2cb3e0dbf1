import { useState } from 'react';
import { sendMessage } from './actions';

export default function Contact() {
  const [isSent, setSent] = useState(false);
  const submit = async (data) => {
    try {
      await sendMessage(data);
      setSent(true);
    } catch (error) {
      setSent(true);
    }
  };
  const quick = async (data) => {
    try {
      const answer = await fetch('/api/contact', { method: 'POST', body: data });
      show(answer);
    } catch (error) {
      Sentry.captureException(error);
    }
  };
  return <ContactForm onSubmit={submit} onQuick={quick} isSent={isSent} />;
}
