const firm = { name: 'Ashby Energy', telephone: '+44 330 555 0148' } as const;
const organisation = { '@context': 'https://schema.org', '@type': 'Organization', ...firm };

export const Schema = () => <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(organisation) }} />;
