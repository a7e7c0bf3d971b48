export { pageOfWorkspace } from './build/page-of-workspace';
export { openPlayground } from './open-playground';
export { startPlayground, type Playground, type Source } from './start-playground';
