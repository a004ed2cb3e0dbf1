export default function Contact() {
  return (
    <main>
      <h1>Contact us</h1>
      <form action="/api/lead" method="post">
        <input name="email" type="email" />
        <input name="jobTitle" placeholder="Job title" />
        <input name="companySize" placeholder="Number of employees" />
        <button>Talk to sales</button>
      </form>
      <p>
        You are a customer? Call <a href="tel:+443305550148">0330 555 0148</a>.
      </p>
    </main>
  );
}
