import { Checkbox, Input, Label, Section } from './ui';

export const AllControls = () => (
  <Section>
    <Input type="email" placeholder="you@example.com" />
    <Label>
      <Checkbox defaultChecked /> Subscribe to our newsletter
    </Label>
  </Section>
);
