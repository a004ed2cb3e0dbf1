export function CloseAccountModal({ closeAccount }) {
  const [secondsLeft, setSecondsLeft] = useState(30);
  const sure = () => {
    if (confirm('Do you want to close your account?')) {
      if (confirm('Are you quite sure?')) closeAccount();
    }
  };
  return (
    <>
      <button disabled={secondsLeft > 0} onClick={sure}>
        Close my account
      </button>
    </>
  );
}
