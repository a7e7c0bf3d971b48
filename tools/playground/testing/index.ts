export { builtPage, type BuiltPage } from './built-page';
export { fixtureData, startFixtureServer, type FixtureServer } from './fixture-server';
export { withRoutes } from './many-routes';
export { signedInSession } from './signed-in';
