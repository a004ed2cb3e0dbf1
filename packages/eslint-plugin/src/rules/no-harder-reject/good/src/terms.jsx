export const Terms = ({ accept }) => (
  <div>
    <p>Our terms speak of cookies and marketing.</p>
    <button onClick={accept}>Accept terms</button>
  </div>
);
