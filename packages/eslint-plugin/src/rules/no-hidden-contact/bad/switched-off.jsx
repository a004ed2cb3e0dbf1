export const Help = ({ phone }) => (
  <section>
    {false && <a href={`tel:${phone}`}>{phone}</a>}
    <p style={{ display: 'none' }}>
      Call us: <a href="tel:+443305550148">0330 555 0148</a>
    </p>
  </section>
);
