import { useState } from 'react';

export function ShopFilters() {
  const [offers, setOffers] = useState(true);
  const [groups] = useState({ newsletter: true, orders: true });
  return (
    <aside>
      <label>
        <input type="checkbox" checked={offers} onChange={() => setOffers(!offers)} /> Offers only
      </label>
      {groups.newsletter && <a href="#news">Newsletter</a>}
    </aside>
  );
}
