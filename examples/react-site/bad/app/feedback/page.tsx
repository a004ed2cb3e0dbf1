'use client';
import { useState } from 'react';

export default function FeedbackPage() {
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);

  const handleSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    setText('');
    setSent(true);
  };

  if (sent) return <p>Thank you for your feedback!</p>;

  return (
    <form onSubmit={handleSubmit}>
      <h1>Feedback</h1>
      <textarea name="feedback" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="submit">Send</button>
    </form>
  );
}
