import { createTicket } from './api';

export function ReportFault() {
  const submit = async (values) => {
    setLoading(true);
    try {
      await createTicket(values);
    } catch (error) {
      console.error(error);
    } finally {
      setLoading(false);
    }
  };
  return <FaultForm onSubmit={submit} />;
}
