export const ConsentBar = ({ onDone }) => {
  const accept = () => {
    gtag('consent', 'update', { ad_storage: 'granted' });
    onDone();
  };
  return (
    <div className="bar">
      <p>
        We use cookies. <a href="/privacy">Learn more</a>
      </p>
      <button onClick={accept}>I agree</button>
    </div>
  );
};
