const firm = { name: 'Ashby Energy', url: 'https://ashby.example' } as const;
const organisation = { '@context': 'https://schema.org', '@type': 'Organization', ...firm };

export const Schema = () => <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(organisation) }} />;
