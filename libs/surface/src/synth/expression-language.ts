export type { Expression } from './expression';
export { parseExpression } from './parse-expression';
export { closingQuote, parseTemplate } from './template';
