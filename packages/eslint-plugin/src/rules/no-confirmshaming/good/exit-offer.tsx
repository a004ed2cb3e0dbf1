export function ExitOffer({ onAccept, onClose }) {
  return (
    <dialog open>
      <h2>Ten per cent off your next box</h2>
      <button onClick={onAccept}>Claim it</button>
      <button onClick={onClose}>No, thank you</button>
    </dialog>
  );
}
