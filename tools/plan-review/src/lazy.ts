/* eslint-disable @typescript-eslint/no-require-imports -- what most runs do not need is loaded when it is needed */
import type * as folder from './config/folder';
import type * as environment from './read/environment';
import type * as explain from './explain-digest';
import type * as policy from './read/policy';
import type * as reviewJson from './read/review-json';
import type * as html from './render/html/html';
import type * as sarif from './render/sarif';

/** Parts that take a while to load: layout of graphs, schemas, environment files. */
export const lazy = {
  explain: () => require('./explain-digest') as typeof explain,
  folder: () => require('./config/folder') as typeof folder,
  html: () => require('./render/html/html') as typeof html,
  sarif: () => require('./render/sarif') as typeof sarif,
  reviewJson: () => require('./read/review-json') as typeof reviewJson,
  policy: () => require('./read/policy') as typeof policy,
  environment: () => require('./read/environment') as typeof environment,
};
