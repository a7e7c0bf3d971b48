import { type RedirectError, type ReturnTo } from './errors';
import { type Reply } from './http';

export const redirect = (location: string, cookies: readonly string[] = []): Reply => ({
  status: 302,
  headers: { Location: location, ...(cookies.length > 0 && { 'Set-Cookie': cookies }) },
});

/** Back to the application. Its URI stays as it was registered: nothing is normalized. */
export function backTo(
  { redirectUri, state }: ReturnTo,
  parameters: Readonly<Record<string, string | undefined>>,
  separator: '?' | '#' = '?',
): string {
  const all = Object.entries({ ...parameters, state }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const joint = separator === '?' && redirectUri.includes('?') ? '&' : separator;
  return `${redirectUri}${joint}${new URLSearchParams(all).toString()}`;
}

export const redirectError = ({ code, description, to, why }: RedirectError): Reply => ({
  ...redirect(backTo(to, { error_description: description, error: code })),
  why,
});
