/** Whether an object in JSON text has a key twice: readers of JSON take the first, the last or none of them. */
export function hasRepeatedKey(text: string): boolean {
  // Keys so far of each object around; none of a list.
  const around: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') around.push(character === '{' ? new Set() : undefined);
    else if (character === '}' || character === ']') around.pop();
    if (character === '{' || character === ',') isKey = true;
    if (character === '[' || character === ':') isKey = false;
    if (character !== '"') continue;
    const end = endOfText(text, at);
    const keys = isKey ? around.at(-1) : undefined;
    const key = keys && keyOf(text.slice(at, end + 1));
    if (key !== undefined && keys?.has(key)) return true;
    if (key !== undefined) keys?.add(key);
    at = end;
  }
  return false;
}

/** The quote that ends the text which begins at an index. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** `"\u0041ction"` is `Action`. */
const keyOf = (written: string): string =>
  written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
