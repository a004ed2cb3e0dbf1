import { NextResponse } from 'next/server';

const answer = (xml: string) => new NextResponse(xml, { headers: { 'Content-Type': 'text/xml' } });
const base = process.env.BASE_URL;

export async function POST(request: Request) {
  const form = await request.formData();
  const name = await nameOf(form.get('From'));
  return answer(`<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Say language="en-GB">Hello ${name}, this is the town library &amp; archive.</Say>
  <Gather input="speech dtmf" numDigits="1" action="${base}/api/voice/choice?shelf=main">
    <Say>Say renewals, or press 1. Say librarian, or press 0.</Say>
  </Gather>
  <Say>We did not hear you. Goodbye.</Say>
</Response>`);
}

declare function nameOf(phone: unknown): Promise<string>;
