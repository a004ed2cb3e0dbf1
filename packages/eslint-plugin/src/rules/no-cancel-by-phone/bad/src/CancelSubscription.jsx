export const CancelSubscription = () => (
  <section>
    <p>Get in touch with our team to cancel your subscription.</p>
    <Link to="/contact">Contact</Link>
  </section>
);
