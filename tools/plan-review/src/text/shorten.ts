/** The text, or its beginning and end when it is longer; never half of a surrogate pair. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 4);
  const head = longest - tail - 1;
  return `${text.slice(0, head).replace(/[\uD800-\uDBFF]$/, '')}…${text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
