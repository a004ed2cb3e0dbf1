import { lookUp } from './customers';

const xml = (body: string): Response => new Response(body, { headers: { 'Content-Type': 'text/xml' } });

export const POST = (request: Request): Promise<Response> =>
  lookUp(request)
    .then((topic) => xml(`<Response><Redirect>/topics/${topic}</Redirect></Response>`))
    .catch(() => xml('<Response><Say>Something went wrong.</Say><Hangup/></Response>'));

export const said = async (request: Request): Promise<Response> => {
  try {
    return xml(`<Response><Redirect>/topics/${await lookUp(request)}</Redirect></Response>`);
  } catch {
    // Nothing follows the words, so the call ends.
    return xml('<Response><Say>There was an error. Please try again later.</Say></Response>');
  }
};
