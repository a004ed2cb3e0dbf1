import { useState } from 'react';

export function CancelSubscription({ onCancel }) {
  const [step, setStep] = useState('offer');
  const [reason, setReason] = useState('');
  const decline = () => setStep('pause');

  return (
    <dialog open>
      {step === 'offer' && (
        <section>
          <h2>Half the price for three months</h2>
          <button onClick={() => setStep('accepted')}>Take it</button>
          <button onClick={decline}>No, thank you</button>
        </section>
      )}
      {step === 'pause' && (
        <section>
          <h2>Take a break instead</h2>
          <button onClick={() => setStep('confirm')}>No, thank you</button>
        </section>
      )}
      {step === 'confirm' && (
        <section>
          <textarea name="reason" required value={reason} onChange={(event) => setReason(event.target.value)} />
          <button disabled={!reason.trim() || isBusy} onClick={onCancel}>
            Cancel my subscription
          </button>
        </section>
      )}
    </dialog>
  );
}
