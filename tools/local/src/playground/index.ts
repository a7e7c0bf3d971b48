export { pageOfWorkspace } from './build/page-of-workspace';
export { openPlayground } from './open-playground';
export { sourceOf } from './source-of';
export { type Playground, type Source, startPlayground } from './start-playground';
