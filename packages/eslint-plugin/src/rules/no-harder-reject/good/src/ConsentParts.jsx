import { Actions } from './actions';

export const CookieBanner = ({ accept, more, children }) => (
  <div>
    <p>We use cookies for analytics.</p>
    <button onClick={accept}>Accept all</button>
    <Actions onMore={more} />
  </div>
);

export const CookieBar = ({ accept, buttons }) => (
  <div>
    <p>We use cookies for analytics.</p>
    <button onClick={accept}>Accept all</button>
    {buttons.map(({ label, act }) => (
      <button key={label} onClick={act}>
        {label}
      </button>
    ))}
  </div>
);
