import { BUSINESS } from '../lib/business';

const organisation = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'Organization', name: BUSINESS.name, url: 'https://ashby.example' },
    {
      '@type': 'LocalBusiness',
      name: 'Ashby shop',
      telephone: BUSINESS.tel,
      openingHours: ['Mo-Fr 09:00-17:00'],
      address: { '@type': 'PostalAddress', addressCountry: 'GB' },
    },
  ],
};

/** What is spread into it may say how to reach them. */
const partly = (more) => ({ '@context': 'https://schema.org', '@type': 'Organization', name: 'Partly', ...more });

/** Something is added later. */
const later = { '@context': 'https://schema.org', '@type': 'Organization', name: 'Later' };
if (BUSINESS.tel) later.telephone = BUSINESS.tel;

/** A firm that is only named. */
const article = { '@context': 'https://schema.org', '@type': 'Article', publisher: { '@type': 'Organization', name: 'Named' } };

/** Another syntax of the same look. */
const credential = { '@context': ['https://www.w3.org/2018/credentials/v1'], '@type': 'Organization', telephone: '0330 555 0151' };

const written = `{ "@context": "https://schema.org", "@type": "Organization", "name": "Written", "telephone": "${BUSINESS.tel}" }`;

export default function Page() {
  return (
    <>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(organisation) }} />
      <script type="application/ld+json">{JSON.stringify({ '@context': 'https://schema.org', '@type': 'Store', telephone: '0330 555 0152' })}</script>
    </>
  );
}
