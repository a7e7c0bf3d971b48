/** What a text holds; nothing when it is not JSON, or only the beginning of it. */
export function parseJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
