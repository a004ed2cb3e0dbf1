export const Menu = ({ isOpen, call, rest }) => (
  <nav className={isOpen ? 'px-2' : 'hidden'}>
    <a href="tel:+443305550148">0330 555 0148</a>
    <div className="hidden group-hover:flex">
      <a href="tel:+443305550149">0330 555 0149</a>
    </div>
    <a className="hidden" ref={call} href="tel:+443305550147">
      Call
    </a>
    <a className="hidden" {...rest} href="tel:+443305550146">
      Call
    </a>
    {isOpen && <a href="tel:+443305550145">0330 555 0145</a>}
    <i aria-hidden="true" className="hidden" />
  </nav>
);
