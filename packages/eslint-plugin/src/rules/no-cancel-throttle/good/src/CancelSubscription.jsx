import { useState } from 'react';

export function CancelSubscription({ onCancel }) {
  const [step, setStep] = useState('offer');
  const [reason, setReason] = useState('');

  return (
    <dialog open>
      {step === 'offer' && (
        <section>
          <h2>Half the price for three months</h2>
          <button onClick={() => setStep('accepted')}>Take it</button>
          <button onClick={() => setStep('pause')}>I would rather take a break</button>
          <button onClick={() => setStep('confirm')}>No, thank you</button>
        </section>
      )}
      {step === 'confirm' && (
        <section>
          <textarea name="reason" value={reason} onChange={(event) => setReason(event.target.value)} />
          <button disabled={isBusy} onClick={onCancel}>
            Cancel my subscription
          </button>
          <button disabled={!reason} onClick={() => setStep('feedback')}>
            Send feedback
          </button>
        </section>
      )}
    </dialog>
  );
}
