// What `hidden` does here is said in a style sheet.
export const Card = () => (
  <div className="card hidden">
    <a href="tel:+443305550148">0330 555 0148</a>
  </div>
);
