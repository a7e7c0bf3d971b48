export const isBoolean = (value: string): boolean => /^(true|false)$/i.test(value);

export const isNumber = (value: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value);

export const isBase64 = (value: string): boolean => value.length % 4 === 0 && /^[a-z0-9+/]*={0,2}$/i.test(value);

const iso = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

const epoch = /^\d+(\.\d+)?$/;

/** Milliseconds since 1970. Four digits are a year. */
export function momentOf(value: string): number {
  if (!iso.test(value)) return epoch.test(value) ? Number(value) * 1000 : NaN;
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split('-').map(Number);
  // JavaScript takes the 31st of each month.
  return new Date(Date.UTC(year, month, 0)).getUTCDate() < day ? NaN : Date.parse(value);
}

/** @see https://www.w3.org/TR/NOTE-datetime */
export const isMoment = (value: string): boolean => !Number.isNaN(momentOf(value));
