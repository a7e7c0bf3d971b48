export { parseExpression, type Expression } from './expression';
export { parseTemplate } from './template';
