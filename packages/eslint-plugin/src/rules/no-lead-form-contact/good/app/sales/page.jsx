export default function Sales() {
  return (
    <form>
      <input name="jobTitle" placeholder="Job title" />
      <input name="companySize" placeholder="Number of employees" />
      <button>Talk to sales</button>
    </form>
  );
}
