export { type SchemaChange, schemaChanges } from './changes';
export { CONSEQUENCES, describeSchemaChange } from './describe';
export { missingFrom } from './missing';
export { formatSnapshot, parseSnapshot, type SchemaSnapshot, schemaSnapshot } from './snapshot';
