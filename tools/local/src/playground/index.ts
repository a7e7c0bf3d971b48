export { startPlayground, type Playground, type Source } from './start-playground';
export { sourceOf } from './source-of';
export { pageOfWorkspace } from './build/page-of-workspace';
