export const CookiePopup = ({ onAccept, onClose }) => (
  <div>
    <button aria-label="Close" onClick={onClose}>
      <svg />
    </button>
    <p>We use cookies for statistics and marketing.</p>
    <button onClick={onAccept}>Accept</button>
  </div>
);
