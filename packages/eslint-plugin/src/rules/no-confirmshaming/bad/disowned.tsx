export const Refusals = ({ close }: { close: () => void }) => (
  <>
    <button onClick={close}>No thanks, I'd rather keep overpaying</button>
    <button onClick={close}>No, I prefer paying full price</button>
    <button onClick={close}>I don't want to save money</button>
    <button onClick={close}>No, I’m OK with missing out on your best deals</button>
    <button onClick={close}>No thanks, I'll take my chances without cover</button>
    <button onClick={close}>No thanks, I don't care what my dog eats</button>
    <button onClick={close}>I prefer to stay uninformed</button>
    <a onClick={close}>Give up my benefits</a>
    <button onClick={close}>Non merci, je préfère payer plein tarif</button>
    <button onClick={close}>No gracias, prefiero pagar más</button>
  </>
);
