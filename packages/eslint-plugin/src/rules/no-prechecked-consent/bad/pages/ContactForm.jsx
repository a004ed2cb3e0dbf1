import { Formik, Form, Field } from 'formik';

const initialValues = { email: '', message: '', optInEmails: true };

export const ContactForm = ({ send }) => (
  <Formik initialValues={initialValues} onSubmit={send}>
    {({ values, setFieldValue }) => (
      <Form>
        <Field name="email" type="email" />
        <Field name="message" as="textarea" />
        <label>
          <input type="checkbox" checked={values.optInEmails} onChange={() => setFieldValue('optInEmails', !values.optInEmails)} />
          Send me offers and news by e-mail
        </label>
      </Form>
    )}
  </Formik>
);
