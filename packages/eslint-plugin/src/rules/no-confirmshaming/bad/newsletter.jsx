export const Newsletter = ({ close }) => (
  <aside>
    <SubscribeForm />
    <p className="decline" onClick={close}>
      No thanks, I prefer to <b>pay full price</b>
    </p>
    <OfferBanner declineText="I'll pay full price" acceptText="Send me the code" />
  </aside>
);
