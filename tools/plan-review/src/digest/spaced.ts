import { closingQuote } from '@gatehouse/surface/expression';

/**
 * An expression with one space for any, and without comments. In quotes everything counts, and so it does in an expression
 * with a heredoc, whose end only Terraform finds.
 */
export function spaced(expression: string): string {
  if (expression.includes('<<')) return expression;
  let text = '';
  for (let at = 0; at < expression.length;) {
    SPACE.lastIndex = at;
    const [space] = SPACE.exec(expression) ?? [];
    if (space !== undefined) {
      text += ' ';
      at += space.length;
    } else if (expression[at] === '"') {
      const end = closingQuote(expression, at + 1);
      if (end === undefined) return expression;
      text += expression.slice(at, end + 1);
      at = end + 1;
    } else text += expression[at++];
  }
  return text;
}

const SPACE = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
