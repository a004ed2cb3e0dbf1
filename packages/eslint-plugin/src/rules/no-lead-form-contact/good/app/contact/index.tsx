import { Ways } from '../../components/ways';

export const Contact = () => (
  <main>
    <form>
      <input name="jobTitle" placeholder="Job title" />
      <input name="budget" placeholder="Budget" />
      <button>Talk to sales</button>
    </form>
    <Ways />
  </main>
);
