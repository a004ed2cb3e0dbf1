export async function POST(request: Request) {
  const form = new URLSearchParams(await request.text());
  const speech = (form.get('SpeechResult') ?? '').toLowerCase();
  const digits = form.get('Digits');
  let body = '<Say>We did not understand.</Say><Redirect>/api/voice</Redirect>';
  if (digits === '1' || speech.includes('renew')) body = '<Say>Your loans are renewed.</Say><Hangup/>';
  else if (digits === '0' || /librarian|somebody/i.test(speech)) body = '<Dial timeout="15"><Client>librarian</Client></Dial>';
  return new Response(`<Response>${body}</Response>`, { headers: { 'content-type': 'text/xml' } });
}
