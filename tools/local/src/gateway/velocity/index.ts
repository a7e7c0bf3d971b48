export { parameterMap } from './java-methods';
export { fromJson, javaText } from './java-text';
export { velocity } from './velocity';
