export { addressesOf } from './addresses';
export { environment } from './environment';
export { everyField } from './every-field';
export { synthIn, workspaceForTests } from './workspace';
