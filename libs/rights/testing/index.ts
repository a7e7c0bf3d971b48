export { place } from './place';
export { everyType } from './every-type';
