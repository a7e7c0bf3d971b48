export { authorizer, type Verdict } from './authorize';
export { type Question } from './question';
