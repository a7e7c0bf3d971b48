/** `\u0024{` is a dollar and a brace, and begins no template. */
export const unescape = (text: string): string =>
  text
    .replace(/\\u00(24|25)\{/g, (_, code) => (code === '24' ? '$${' : '%%{'))
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (whole, code?: string, char?: string) =>
      code === undefined ? (ESCAPES[char ?? ''] ?? whole) : String.fromCharCode(parseInt(code, 16)),
    );

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
