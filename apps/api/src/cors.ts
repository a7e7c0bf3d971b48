/**
 * CORS headers of an answer, for the origins in the environment variable `ALLOWED_ORIGINS` (a comma-separated
 * list, or `*`), and whether their pages may send cookies, in `ALLOW_CREDENTIALS`. API Gateway answers the preflight;
 * with a proxy integration the function has to say it again.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export function corsHeaders(headers: Record<string, string | undefined> | null): Record<string, string> {
  const allowed = (process.env.ALLOWED_ORIGINS ?? '').split(',').map((origin) => origin.trim());
  if (allowed.includes('*')) return { 'Access-Control-Allow-Origin': '*' };
  const origin = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'origin')?.[1];
  // Vary even when refused: a cache must not give this answer to an origin that is allowed.
  const vary = { Vary: 'Origin' };
  if (!origin || !allowed.includes(origin)) return vary;
  const credentials = process.env.ALLOW_CREDENTIALS === 'true' && {
    'Access-Control-Allow-Credentials': 'true',
  };
  return { 'Access-Control-Allow-Origin': origin, ...credentials, ...vary };
}
