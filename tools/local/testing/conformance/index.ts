export { type Areas, describeAreas, describeRows, type Row, type RowText } from './row';
export { source } from './sources';
