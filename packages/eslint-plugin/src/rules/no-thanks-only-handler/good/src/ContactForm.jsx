import { useEffect, useState } from 'react';

// What is handed in, or happens when the state changes, may send it.
export function ContactForm({ onSend }) {
  const [text, setText] = useState('');
  const submit = (event) => {
    event.preventDefault();
    onSend(text);
  };
  return (
    <form onSubmit={submit}>
      <textarea value={text} onChange={(event) => setText(event.target.value)} />
      <p>Thank you for writing.</p>
    </form>
  );
}

export function FeedbackBox() {
  const [sent, setSent] = useState(null);
  useEffect(() => {
    if (sent) fetch('/api/feedback', { method: 'POST', body: sent });
  }, [sent]);
  const submit = (event) => {
    event.preventDefault();
    setSent(new FormData(event.target));
  };
  return (
    <form onSubmit={submit}>
      <textarea name="text" />
      {sent && <p>Thank you!</p>}
    </form>
  );
}

export const Feedback = () => (
  <form action="/feedback" method="post">
    <textarea name="text" />
  </form>
);
