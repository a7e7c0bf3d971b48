export type * from './cors';
export type * from './function';
export type * from './rest-api';
export type * from './surface';
export type * from './user-pool';
export * from './value';
