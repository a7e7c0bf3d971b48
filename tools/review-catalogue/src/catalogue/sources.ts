import { source, type SourceEdit } from '../change';

export const ROUTES = 'libs/stacks/src/routes.ts';
export const IDENTITY_STACK = 'libs/stacks/src/identity-stack.ts';

/** An edit of the routes file, as a team makes it. */
export const routesEdit = (text: string, by: string): SourceEdit => source({ replace: [[ROUTES, text, by]] });

/** One more line before those that are there. */
export const newRoute = (line: string): SourceEdit =>
  routesEdit("  api.addRoute('GET /me',", `  ${line}\n  api.addRoute('GET /me',`);
