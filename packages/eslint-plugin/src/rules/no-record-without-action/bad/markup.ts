export const GET = (): Response =>
  new Response('<Response><Say>Please leave a message after the tone.</Say><Record maxLength="60"/></Response>', {
    headers: { 'Content-Type': 'text/xml' },
  });
