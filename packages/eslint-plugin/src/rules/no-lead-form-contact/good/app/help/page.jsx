export default function Help() {
  return (
    <form>
      <input name="email" type="email" />
      <input name="role" placeholder="Your role" />
      <textarea name="message" />
      <button>Send</button>
    </form>
  );
}
