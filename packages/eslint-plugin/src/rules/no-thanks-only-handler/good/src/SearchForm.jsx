export function SearchForm() {
  const [query, setQuery] = useState('');
  const submit = (event) => {
    event.preventDefault();
    setQuery(event.target.q.value);
  };
  return (
    <form onSubmit={submit}>
      <textarea name="q" />
      <p>Thank you for shopping with us.</p>
    </form>
  );
}
