export { type HttpRequest, headerOf } from './http-request';
export { readSignature, type Signature } from './signature';
export { type SignatureProblem, verifySignature } from './verify';
