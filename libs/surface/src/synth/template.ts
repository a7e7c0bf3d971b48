/** A piece of a Terraform string: text as it will be, or an expression to evaluate. */
export type Piece = string | { readonly expression: string };

/**
 * Splits `"a ${b} c"` (https://developer.hashicorp.com/terraform/language/expressions/strings). `$${` and `%%{` are the
 * escaped forms of `${` and `%{`. Undefined: the string has a `%{ if }` or `%{ for }`, or does not end where it should.
 */
export function parseTemplate(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let literal = '';
  for (let at = 0; at < text.length;) {
    if (text.startsWith('$${', at) || text.startsWith('%%{', at)) {
      literal += text.slice(at + 1, at + 3);
      at += 3;
    } else if (text.startsWith('${', at)) {
      const end = closingBrace(text, at + 2);
      if (end === undefined) return undefined;
      if (literal !== '') pieces.push(literal);
      literal = '';
      pieces.push({ expression: text.slice(at + 2, end).trim() });
      at = end + 1;
    } else if (text.startsWith('%{', at)) {
      return undefined;
    } else {
      literal += text[at];
      at += 1;
    }
  }
  return literal === '' && pieces.length > 0 ? pieces : [...pieces, literal];
}

/** The `}` that closes an expression; strings in it may have braces and templates of their own. */
function closingBrace(text: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      const end = closingQuote(text, at + 1);
      if (end === undefined) return undefined;
      at = end;
    } else if (char === '{') depth += 1;
    else if (char === '}' && --depth === 0) return at;
  }
  return undefined;
}

export function closingQuote(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
    else if (text.startsWith('$${', at)) at += 2;
    else if (text.startsWith('${', at)) {
      const end = closingBrace(text, at + 2);
      if (end === undefined) return undefined;
      at = end;
    }
  }
  return undefined;
}
