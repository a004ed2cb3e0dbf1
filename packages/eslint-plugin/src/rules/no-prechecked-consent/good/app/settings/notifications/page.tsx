'use client';
import { useState } from 'react';
import { Switch } from '@/components/ui/switch';

export default function Page() {
  const [newsletter, setNewsletter] = useState(true);
  return (
    <div>
      <span>Newsletter</span>
      <Switch checked={newsletter} onCheckedChange={setNewsletter} />
    </div>
  );
}
