import { useEffect, useState } from 'react';

export function MailBox({ subscription, user }) {
  const [newsletter, setNewsletter] = useState(user.newsletter);
  const [offers, setOffers] = useState(true);

  useEffect(() => {
    fetch('/api/mail')
      .then((response) => response.json())
      .then((data) => setOffers(data.offers));
  }, []);

  return (
    <form>
      <input name="email" type="email" />
      <label>
        <input type="checkbox" checked={subscription.subscribed} onChange={subscription.toggle} /> Newsletter
      </label>
      <label>
        <input type="checkbox" checked={newsletter} onChange={() => setNewsletter(!newsletter)} /> Send me the newsletter
      </label>
      <label>
        <input type="checkbox" checked={offers} onChange={() => setOffers(!offers)} /> Send me special offers
      </label>
    </form>
  );
}
