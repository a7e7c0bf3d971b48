export { parseExpression, type Expression } from './expression';
export { closingQuote, parseTemplate } from './template';
