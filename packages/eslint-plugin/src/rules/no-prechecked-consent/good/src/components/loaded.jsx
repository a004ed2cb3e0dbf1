import { useEffect, useReducer } from 'react';
import { mail } from './mail';

export function Mail({ load }) {
  const [state, dispatch] = useReducer(mail, { newsletter: true });
  useEffect(() => {
    load().then((data) => dispatch({ type: 'loaded', data }));
  }, [load]);
  return (
    <form>
      <input type="email" name="email" />
      <label>
        <input type="checkbox" checked={state.newsletter} onChange={() => dispatch({ type: 'newsletter' })} /> Newsletter
      </label>
    </form>
  );
}
