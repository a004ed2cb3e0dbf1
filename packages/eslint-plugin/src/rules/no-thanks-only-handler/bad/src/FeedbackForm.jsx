import { useState } from 'react';

export function FeedbackForm() {
  const [text, setText] = useState('');
  const [isSent, setIsSent] = useState(false);

  const handleSubmit = (event) => {
    event.preventDefault();
    console.log('feedback', text);
    setIsSent(true);
  };

  if (isSent) return <p>Thank you for your feedback!</p>;
  return (
    <form onSubmit={handleSubmit}>
      <textarea value={text} onChange={(event) => setText(event.target.value)} />
      <button>Send</button>
    </form>
  );
}
