import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { useTranslation } from 'react-i18next';

const EMPTY = { name: '', email: '', newsletter: true };

export function CheckoutDetails({ onDone }) {
  const { t } = useTranslation();
  const [details, setDetails] = useState(EMPTY);
  const submit = async () => {
    await onDone(details);
    setDetails(EMPTY);
  };
  return (
    <form onSubmit={submit}>
      <input name="email" value={details.email} onChange={(event) => setDetails({ ...details, email: event.target.value })} />
      <div className="row">
        <Checkbox
          id="newsletter"
          checked={details.newsletter}
          onCheckedChange={(newsletter) => setDetails((old) => ({ ...old, newsletter: newsletter === true }))}
        />
        <label htmlFor="newsletter">{t('checkout.newsletter')}</label>
      </div>
    </form>
  );
}
