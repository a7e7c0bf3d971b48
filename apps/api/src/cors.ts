/**
 * CORS headers of an answer, for the origins in the environment variable `ALLOWED_ORIGINS` (a comma-separated
 * list, or `*`). API Gateway answers the preflight; with a proxy integration the function has to say it again.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export function corsHeaders(headers: Record<string, string | undefined> | null): Record<string, string> {
  const allowed = (process.env.ALLOWED_ORIGINS ?? '').split(',').map((origin) => origin.trim());
  if (allowed.includes('*')) return { 'Access-Control-Allow-Origin': '*' };
  const origin = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'origin')?.[1];
  // Vary even when refused: a cache must not give this answer to an origin that is allowed.
  const vary = { Vary: 'Origin' };
  return origin && allowed.includes(origin) ? { 'Access-Control-Allow-Origin': origin, ...vary } : vary;
}
