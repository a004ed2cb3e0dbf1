import { requestCallback, submitComplaint } from './api';

export const Callback = () => {
  const order = () => {
    requestCallback({ at: 'noon' }).catch(() => {});
  };
  const complain = async (text: string) => {
    try {
      await submitComplaint(text);
    } catch {}
    toast.success('We have received your complaint');
  };
  return <Choice onCall={order} onComplain={complain} />;
};
