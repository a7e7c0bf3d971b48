import { handPlan } from '../../testing/hand-plan';
import { entryOf, findingsOf } from '../../testing/real-plan';

const API = 'aws_apigatewayv2_api.shop';
const DEPLOYMENT = 'aws_apigatewayv2_deployment.shop';
const body = (...paths: string[]) => {
  const operation = { get: { 'x-amazon-apigateway-integration': { type: 'mock' } } };
  return JSON.stringify({ openapi: '3.0.1', paths: Object.fromEntries(paths.map((path) => [path, operation])) });
};
const api = (...paths: string[]) => ({ id: 'abc', name: 'shop', protocol_type: 'HTTP', body: body(...paths) });
const stage = (deployment_id?: string) => ({ id: 's', api_id: 'abc', name: 'v1', auto_deploy: false, deployment_id });

/** What is said of a route that is taken out of a body, while the plan makes a deployment. */
const said = (was: object, becomes: object, unknown: object = {}) => {
  const plan = handPlan({
    [API]: [api('/a', '/b'), api('/a')],
    'aws_apigatewayv2_stage.v1': [{ ...was }, { ...becomes }, unknown],
    [DEPLOYMENT]: [{ id: 'd1', api_id: 'abc' }, { api_id: 'abc' }, { id: true }],
  });
  entryOf(plan, DEPLOYMENT).change.actions = ['create', 'delete'];
  return findingsOf(plan)
    .filter(({ rule }) => rule === 'route-stays-reachable')
    .map(({ severity, message }) => `${severity} ${message}`);
};

describe('a route that a body no longer has', () => {
  it('stays on a stage that goes on with its deployment', () => {
    expect(said(stage('old'), stage('old'))).toEqual([
      'high GET /b stays reachable on stage v1, which serves the deployment that it served.',
    ]);
  });

  it('is gone from a stage that serves the new deployment, or another one, or none', () => {
    expect(said(stage('d1'), stage(), { deployment_id: true })).toEqual([]);
    expect(said(stage('d1'), stage('d2'))).toEqual([]);
    expect(said(stage(), stage())).toEqual([]);
  });
});
