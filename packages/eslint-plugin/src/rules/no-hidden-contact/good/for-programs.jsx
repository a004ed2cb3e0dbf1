// Who runs the shop, for programs that read microformats or microdata.
export const About = ({ shop }) => (
  <>
    <div className="h-card" style={{ display: 'none' }}>
      <a className="u-email" href={`mailto:${shop.mail}`}>
        {shop.mail}
      </a>
      <a className="p-tel" href="tel:+443305550152">
        0330 555 0152
      </a>
    </div>
    <div hidden itemScope itemType="https://schema.org/Store">
      <a href="tel:+443305550153">0330 555 0153</a>
    </div>
  </>
);
