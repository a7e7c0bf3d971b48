import { dangerous, harmless, source } from '../change';
import { newRoute, ROUTES, routesEdit } from './sources';

const HEALTH = `  api.addRoute('GET /health', {
    auth: Auth.public('Load balancers and uptime checks call it without an account'),
    integration: Integration.mock({ body: { status: 'ok' } }),
  });
`;

/** Who may call: routes, scopes, what is checked on the way. */
export const routes = [
  dangerous(
    'route-public',
    'GET /me becomes public, with a reason',
    'critical route-public',
    routesEdit("'GET /me', { auth: Auth.idToken()", "'GET /me', { auth: Auth.public('For the demo')"),
  ),
  dangerous(
    'route-new-public',
    'A new route is public, with a reason',
    'medium new-public-route',
    newRoute("api.addRoute('GET /prices', { auth: Auth.public('Prices are on the website'), integration });"),
  ),
  dangerous(
    'route-proxy-public',
    'The guarded GET /reports/{id} goes, and a public GET /reports/{proxy+} answers its calls',
    'critical route-public',
    routesEdit(
      "api.addRoute('GET /reports/{id}', { auth: read, integration });",
      "api.addRoute('GET /reports/{proxy+}', { auth: Auth.public('For the demo'), integration });",
    ),
  ),
  dangerous(
    'scope-dropped',
    'GET /reports takes any ID token instead of a scope',
    'high scope-loosened',
    routesEdit("'GET /reports', { auth: read", "'GET /reports', { auth: Auth.idToken()"),
  ),
  dangerous(
    'scope-weaker',
    'POST /reports asks for reports/read instead of reports/write',
    'high scope-loosened',
    routesEdit("'POST /reports', { auth: write", "'POST /reports', { auth: read"),
  ),
  dangerous(
    'scope-one-more',
    'POST /reports takes reports/read as well as reports/write',
    'high scope-loosened',
    routesEdit("Auth.accessToken('reports/write')", "Auth.accessToken('reports/write', 'reports/read')"),
  ),
  dangerous(
    'request-validation-removed',
    'POST /reports no longer checks the body',
    'medium request-validation-removed',
    routesEdit('integration, body: newReport });', 'integration });\n  void newReport;'),
  ),

  harmless(
    'route-new-guarded',
    'A new route asks for a scope',
    newRoute("api.addRoute('GET /orders', { auth: read, integration });"),
  ),
  harmless(
    'route-new-method-guarded',
    'A path gets one more guarded method, and its preflight names it',
    newRoute("api.addRoute('DELETE /me', { auth: Auth.idToken(), integration });"),
  ),
  harmless(
    'route-now-guarded',
    'The public GET /health asks for a token',
    routesEdit(
      "auth: Auth.public('Load balancers and uptime checks call it without an account')",
      'auth: Auth.idToken()',
    ),
  ),
  harmless('route-public-removed', 'The public GET /health goes', routesEdit(HEALTH, '')),
  harmless(
    'route-guarded-removed',
    'The guarded GET /reports/{id} goes, and nothing else answers its calls',
    routesEdit("  api.addRoute('GET /reports/{id}', { auth: read, integration });\n", ''),
  ),
  harmless(
    'scope-added',
    'GET /me asks for a scope on top of being signed in',
    routesEdit("'GET /me', { auth: Auth.idToken()", "'GET /me', { auth: read"),
  ),
  harmless(
    'public-reason-reworded',
    'The reason why GET /health is public is worded in another way',
    routesEdit(
      'Load balancers and uptime checks call it without an account',
      'Uptime checks have no account',
    ),
  ),
  harmless(
    'routes-reordered',
    'Routes change places in the file, and a comment is added',
    source({
      replace: [
        [ROUTES, "  api.addRoute('GET /me', { auth: Auth.idToken(), integration });\n", ''],
        [
          ROUTES,
          "  api.addRoute('GET /reports', { auth: read, integration });\n",
          "  api.addRoute('GET /reports', { auth: read, integration });\n  // Who is signed in.\n  api.addRoute('GET /me', { auth: Auth.idToken(), integration });\n",
        ],
      ],
    }),
  ),
  harmless(
    'request-validation-stricter',
    'Titles of reports are at most 100 characters',
    routesEdit('maxLength: 200', 'maxLength: 100'),
  ),
];
