export const Refusals = () => (
  <>
    <button>No, I don't want to receive e-mails</button>
    <button>No, I don't want to cancel my subscription</button>
    <button>No thanks, I don't want this offer</button>
    <button>No, I'd rather not</button>
    <button>No, I don't want to save changes</button>
    <button>No, I do not want to pay now</button>
    <label>
      <input type="radio" /> I don't need help
    </label>
    <button>No thanks, I'd rather browse</button>
    <button>No thanks, I'll pass on the offer</button>
    <button>No, I prefer to pay by card</button>
    <button>I prefer to pay in full</button>
    <button>No, I'd rather stay</button>
    <button>No, I prefer privacy</button>
    <button>Ich verzichte auf eine Versicherung</button>
    <Confirm cancelLabel="No, keep my order" />
  </>
);
