import { Button } from '@/components/ui/button';

export default function Contact() {
  return (
    <main>
      <h1>Contact us</h1>
      <form action="/api/lead" method="post">
        <input name="email" type="email" placeholder="Work e-mail" required />
        <input name="company" placeholder="Company" required />
        <input name="jobTitle" placeholder="Job title" required />
        <input name="companySize" placeholder="Number of employees" required />
        <Button type="submit">Talk to sales</Button>
      </form>
    </main>
  );
}
