import { useState } from 'react';
import { sendFeedback } from './api';

export function FeedbackForm() {
  const [text, setText] = useState('');
  const [isSent, setIsSent] = useState(false);

  const handleSubmit = async (event) => {
    event.preventDefault();
    await sendFeedback(text);
    setIsSent(true);
  };

  if (isSent) return <p>Thank you for your feedback! We answer within two days.</p>;
  return (
    <form onSubmit={handleSubmit}>
      <textarea value={text} onChange={(event) => setText(event.target.value)} />
      <button>Send</button>
    </form>
  );
}
