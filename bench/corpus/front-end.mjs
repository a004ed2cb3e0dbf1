/** Components and routes as front-end teams write them, in TSX: about 4 KB each. Most are sound; some have the faults that the rules for code look for. */
import { REMARKS, TASKS, TEAMS } from './words.mjs';

const NAMES = ['Invoice', 'Order', 'Delivery', 'Contract', 'Meter', 'Refund', 'Booking', 'Profile', 'Tariff', 'Reminder'];
const FIELDS = ['name', 'email', 'street', 'postcode', 'city', 'reference', 'message', 'date'];

const imports = (name) => `import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button, Card, Field, Link } from '../ui';
import { load${name}, save${name} } from '../api';
import type { ${name} } from '../types';
`;

const row = (name, index, random) => `
const ${name}Row${index} = ({ item, onOpen }: { item: ${name}; onOpen: (id: string) => void }) => {
  const total = useMemo(() => item.lines.reduce((sum, line) => sum + line.amount * line.count, 0), [item]);
  if (item.lines.length === 0) return null;
  return (
    <tr className="border-b px-${random.below(6)} py-2" onClick={() => onOpen(item.id)}>
      <td>{item.title}</td>
      <td className={total > ${random.below(900)} ? 'font-bold' : 'font-normal'}>{total.toFixed(2)}</td>
      <td>
        <svg viewBox="0 0 24 24"><path d="M${random.below(20)} 9.5l4.14 2.06 7.25-3.62 4.5 0.${random.below(99999)}z" /></svg>
        <Link href={\`/\${item.kind}/\${item.id}\`}>${random.pick(REMARKS)}</Link>
      </td>
    </tr>
  );
};
`;

const form = (name, random) => {
  const fields = FIELDS.filter(() => random.chance(0.6));
  return `
export const ${name}Form = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const [values, setValues] = useState({ ${fields.map((field) => `${field}: ''`).join(', ')} });
  const [error, setError] = useState<string | null>(null);
  const [newsletter, setNewsletter] = useState(${random.chance(0.05)});
  const submit = useCallback(async () => {
    try {
      await save${name}(id, { ...values, newsletter });
      onDone();
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : 'Please try again, or call us.');
    }
  }, [id, values, newsletter, onDone]);
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(); }}>
${fields.map((field) => `      <Field label="${field}" name="${field}" value={values.${field}} onChange={(event) => setValues({ ...values, ${field}: event.target.value })} />`).join('\n')}
      <label><input type="checkbox" checked={newsletter} onChange={() => setNewsletter(!newsletter)} /> Send me the newsletter</label>
      {error === null ? null : <p role="alert">{error}</p>}
      <Button type="submit">Send</Button>
    </form>
  );
};
`;
};

const list = (name, random) => `
export default function ${name}List({ kind }: { kind: string }) {
  const [items, setItems] = useState<${name}[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    load${name}(kind).then((loaded) => { if (!gone) setItems(loaded); }).catch(() => setItems([]));
    return () => { gone = true; };
  }, [kind]);
  const shown = items.filter((item) => item.kind === kind).sort((a, b) => (a.title < b.title ? -1 : 1));
  return (
    <Card title="${random.pick(TASKS)[0]}">
      <table><tbody>{shown.map((item) => <${name}Row0 key={item.id} item={item} onOpen={setOpen} />)}</tbody></table>
      {open === null ? <p>${random.pick(REMARKS)}</p> : <${name}Form id={open} onDone={() => setOpen(null)} />}
      <p>Questions? ${random.pick(TEAMS)}: <a href="tel:+44${random.chance(0.05) ? '8715550148' : '3305550148'}">${random.chance(0.05) ? '0871 555 0148' : '0330 555 0148'}</a></p>
    </Card>
  );
}
`;

/** The text of one file. */
export const frontEndFile = (index, random) => {
  const name = `${random.pick(NAMES)}${index}`;
  const rows = Array.from({ length: 1 + random.below(3) }, (_, at) => row(name, at, random));
  return [imports(name), ...rows, form(name, random), list(name, random)].join('');
};
