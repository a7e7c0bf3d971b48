type RawHeaders = readonly string[];

/** Last value of a header, its name in any case. */
export function header(raw: RawHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (let index = raw.length - 2; index >= 0; index -= 2) {
    const candidate = raw[index] as string;
    if (candidate.length === wanted.length && candidate.toLowerCase() === wanted) return raw[index + 1];
  }
  return undefined;
}

/** Pairs of a raw list. */
export function* headerPairs(raw: RawHeaders): Generator<[name: string, value: string]> {
  for (let index = 0; index < raw.length; index += 2) {
    yield [raw[index] as string, raw[index + 1] as string];
  }
}

/** Every value of a header in the order sent, joined as HTTP does. */
export function headerValues(raw: RawHeaders, wanted: string): string | undefined {
  const values = [...headerPairs(raw)].filter(([name]) => name.toLowerCase() === wanted.toLowerCase());
  return values.length === 0 ? undefined : values.map(([, value]) => value).join(',');
}

/** Sets a header of an answer, replacing one of that name in any case. */
export function setHeader(list: [string, string][], name: string, value: string): void {
  const wanted = name.toLowerCase();
  for (let index = list.length - 1; index >= 0; index -= 1) {
    if ((list[index] as [string, string])[0].toLowerCase() === wanted) list.splice(index, 1);
  }
  list.push([name, value]);
}

/** `application/json` of `application/json; charset=utf-8`. */
export const mediaType = (value: string): string => value.split(';', 1)[0]!.trim().toLowerCase();
