import { dangerous, harmless, source } from '../change';

const ROUTES = 'libs/stacks/src/routes.ts';
const edit = (text: string, by: string) => source({ replace: [[ROUTES, text, by]] });

export const routes = [
  dangerous(
    'route-public',
    'A guarded route becomes public',
    'critical route-public',
    edit("'GET /me', { auth: Auth.idToken()", "'GET /me', { auth: Auth.public('for a demo')"),
  ),
  harmless(
    'route-new-guarded',
    'A new route that asks for a token',
    edit(
      "  api.addRoute('GET /me',",
      "  api.addRoute('GET /orders', { auth: read, integration });\n  api.addRoute('GET /me',",
    ),
  ),
];
