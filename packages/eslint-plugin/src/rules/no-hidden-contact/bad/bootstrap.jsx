export const Header = () => (
  <header className="d-flex mb-3">
    <div className="d-none">
      <a href="/contact">Contact</a>
    </div>
  </header>
);
