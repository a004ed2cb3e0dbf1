'use client';
import { useState } from 'react';
import { openCase } from '../../actions';

export default function FeedbackPage() {
  const [text, setText] = useState('');
  const [told, setTold] = useState('');

  const handleSubmit = async (event: React.FormEvent) => {
    event.preventDefault();
    try {
      const { number } = await openCase({ about: 'feedback', text });
      setText('');
      setTold(`Your case is ${number}. Dana from the service team answers you within two working days.`);
    } catch {
      setTold('That did not reach us. Your words are still here: please try again, or call 0330 555 0148.');
    }
  };

  return (
    <form onSubmit={handleSubmit}>
      <h1>Feedback</h1>
      <textarea name="feedback" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="submit">Send</button>
      <p role="status">{told}</p>
    </form>
  );
}
