export { type HttpRequest, headerOf } from './http-request';
export { readSignature, type Signature } from './signature';
export { type SignatureProblem, verifySignature } from './verify';
export { Sha256 } from './sha256';
export { signedHeaders, type Signing, type SigningKeys } from './sign';
