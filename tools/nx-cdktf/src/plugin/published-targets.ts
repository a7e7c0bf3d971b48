import { type TargetConfiguration } from '@nx/devkit';
import { paperOf, PLUGIN_SOURCES, RUN_TS } from './inputs';

/** Targets of a package that is published: what its tarball is made of, in `dist`. */
export const publishedTargets = (root: string): Record<string, TargetConfiguration> => ({
  build: {
    command: `node -r ./register-ts.cjs tools/packages/src/build/main.ts ${root}`,
    cache: true,
    inputs: [
      'package',
      '^package',
      paperOf([`${root}/README.md`]),
      '{workspaceRoot}/tools/packages/src/**/*',
      '{workspaceRoot}/LICENSE',
      RUN_TS,
      PLUGIN_SOURCES,
    ],
    outputs: ['{projectRoot}/dist'],
  },
});
