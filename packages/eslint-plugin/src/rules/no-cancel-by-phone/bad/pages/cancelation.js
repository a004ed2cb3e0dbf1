import Layout from '../components/Layout';

export default function Cancelation() {
  return (
    <Layout>
      <h2>Membership</h2>
      <p>Tell us your name, your date of birth and why you leave.</p>
      <a href="mailto:help@club.example">Ask us to cancel it</a>
    </Layout>
  );
}
