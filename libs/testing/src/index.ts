export { synth, synthApp, validationErrors, type SynthesizedStack } from './synth';
