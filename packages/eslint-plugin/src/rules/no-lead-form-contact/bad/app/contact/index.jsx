import HubspotForm from 'react-hubspot-form';

export const Contact = () => (
  <main>
    <h1>Request a demo</h1>
    <HubspotForm portalId="1" formId="2" />
  </main>
);
