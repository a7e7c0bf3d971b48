/**
 * Claims as API Gateway hands them on: flat, every value a string. `exp` and `iat` are dates as Java prints them,
 * `auth_time` stays a number of seconds, lists (`cognito:groups`) are joined by commas.
 */
export function claimStrings(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(claims)) {
    if (value === undefined || value === null) continue;
    strings[name] = name === 'exp' || name === 'iat' ? javaDate(Number(value)) : text(value);
  }
  return strings;
}

/** e.g. `Fri Jul 29 18:52:53 UTC 2016` */
function javaDate(seconds: number): string {
  // `Fri, 29 Jul 2016 18:52:53 GMT`
  const [day, date, month, year, time] = new Date(seconds * 1000).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}

function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
