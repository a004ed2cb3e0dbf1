import { createTicket } from './api';

export function ReportFault() {
  const submit = async (values) => {
    setLoading(true);
    try {
      await createTicket(values);
    } catch (error) {
      console.error(error);
      setError('That did not get through. Please call us on 0800 555 0100.');
    } finally {
      setLoading(false);
    }
  };
  return <FaultForm onSubmit={submit} />;
}
