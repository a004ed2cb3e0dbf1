export function JoinForm({ onSubmit }: { onSubmit: () => void }) {
  const [news, setNews] = useState(true);
  return (
    <form onSubmit={onSubmit}>
      <Input type="email" name="email" />
      <SwitchItem label="Email me offers and news" checked={news} onCheckedChange={setNews} />
    </form>
  );
}
