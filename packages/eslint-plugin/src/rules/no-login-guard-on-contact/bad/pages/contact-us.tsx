import withAuth from '../lib/with-auth';

const ContactUs = () => <h1>Contact us</h1>;

export default withAuth(ContactUs);
