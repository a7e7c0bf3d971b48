export { handleHttp, type HttpServing } from './handle';
export { IssuerKeys } from './issuer-keys';
export { type HttpDeploymentParts } from './deployment';
export { loadHttpStages } from './stages';
export { type Mapping } from './target';
export { httpNotesOf } from './notes';
