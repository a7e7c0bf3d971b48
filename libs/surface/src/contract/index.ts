export { contractsOf, type Contract } from './contract';
