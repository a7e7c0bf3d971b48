export { findAccess, type ExportAccess, type ImportAccess, type Outputs } from './access';
export { type Clients, clientsAs, type Place, regionOf } from './clients';
export { type ExportRequest, exportUsers } from './export/export-users';
export { type KmsSettings } from './file/envelope';
export { type Page } from './model';
export { readSealed } from './file/sealed-file';
export { type ImportRequest, importUsers } from './import/import-users';
export { type Imported } from './import/jobs';
