export { openBridge, type Bridge } from './bridge';
export { type Invocation, type InvocationFailure, type InvocationResult, type ServeFunction } from './invocation';
