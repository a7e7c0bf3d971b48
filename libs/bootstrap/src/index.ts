export { BootstrapStack } from './bootstrap-stack';
export { synthBootstrap } from './synth-bootstrap';
