export { type SchemaChange, schemaChanges } from './changes';
export { CONSEQUENCES, describeSchemaChange } from './describe';
export type { KeptSchema } from './kept-schema';
export { missingFrom } from './missing';
export { type SchemaSnapshot, schemaSnapshot } from './snapshot';
export { formatSnapshot, parseSnapshot } from './snapshot-file';
