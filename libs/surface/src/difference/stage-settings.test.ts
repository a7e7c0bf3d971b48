import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const api = { id: 'abc', name: 'shop', root_resource_id: 'root' };
const stage = { id: 's', rest_api_id: 'abc', stage_name: 'v1', deployment_id: 'd' };
const settings = (method_path: string, values: object) => ({
  ...{ id: method_path, rest_api_id: 'abc', stage_name: 'v1', method_path },
  settings: [values],
});
const said = (changes: Record<string, HandChange>) =>
  findingsOf(
    handPlan({
      'aws_api_gateway_rest_api.shop': [api, api],
      'aws_api_gateway_stage.v1': [stage, stage],
      ...Object.fromEntries(
        Object.entries(changes).map(([name, change]) => [`aws_api_gateway_method_settings.${name}`, change]),
      ),
    }),
  )
    .filter(({ rule }) => /throttle|execution-log/.test(rule))
    .map(({ severity, message }) => `${severity} ${message}`);
const limits = (rate: number, burst: number) => ({ throttling_rate_limit: rate, throttling_burst_limit: burst });

describe('the limits of a route', () => {
  const all: HandChange = [settings('*/*', limits(10, 5)), settings('*/*', limits(10, 5))];

  it('are its own where it has them', () => {
    const one: HandChange = [settings('orders/GET', limits(3, 2)), settings('orders/GET', limits(6, 2))];
    expect(said({ all, one })).toEqual([
      'medium Callers of orders/GET of shop can make 6 requests a second in place of 3.',
    ]);
  });

  it('are those of all routes where it has none', () => {
    const raised: HandChange = [null, settings('orders/GET', limits(20, 5))];
    const kept: HandChange = [settings('orders/GET', limits(3, 2)), null];
    expect(said({ all, one: raised })).toEqual([
      'medium Callers of orders/GET of shop can make 20 requests a second in place of 10.',
    ]);
    expect(said({ all, one: kept })).toEqual([]);
  });

  it('are gone with those of all routes', () => {
    expect(said({ all: [settings('*/*', limits(10, 5)), null] })).toEqual([
      'high Everyone who can call every route of shop can use up the quota of the account.',
    ]);
    const one = settings('orders/GET', limits(3, 2));
    expect(said({ one: [one, null] })).toEqual([
      'high Everyone who can call orders/GET of shop can use up the quota of the account.',
    ]);
  });
});

describe('the execution log of a route', () => {
  const level = (path: string, logging_level: string) => settings(path, { logging_level });

  it('is its own, and that of all routes where it has none', () => {
    const all: HandChange = [level('*/*', 'ERROR'), level('*/*', 'ERROR')];
    expect(said({ all, one: [level('orders/GET', 'INFO'), level('orders/GET', 'OFF')] })).toEqual([
      'medium Operators can no longer see why shop refused a request to orders/GET.',
    ]);
    expect(said({ all, one: [level('orders/GET', 'INFO'), null] })).toEqual([]);
  });
});

describe('a canary of a stage', () => {
  const canary = (deployment_id: string, percent_traffic: number, more: object = {}) => ({
    ...stage,
    canary_settings: [{ deployment_id, percent_traffic }],
    ...more,
  });
  const moves = (...change: HandChange) =>
    findingsOf(handPlan({ 'aws_api_gateway_rest_api.shop': [api, api], 'aws_api_gateway_stage.v1': change }))
      .filter(({ rule }) => rule === 'canary-started')
      .map(({ severity, message }) => `${severity} ${message}`);
  const unseen = (percent: number) => [
    `high ${percent} percent of the requests to stage v1 of shop get another deployment, b, of which no plan shows who may call its routes.`,
  ];

  it('is news where it serves more, or another deployment that no plan shows', () => {
    expect(moves(canary('a', 10), canary('b', 10))).toEqual(unseen(10));
    expect(moves(canary('a', 10), canary('b', 5))).toEqual(unseen(5));
    expect(moves(canary('b', 10), canary('b', 20))).toEqual(unseen(20));
  });

  it('shows how much it serves, and what it served', () => {
    const shown = (...change: HandChange) =>
      findingsOf(handPlan({ 'aws_api_gateway_rest_api.shop': [api, api], 'aws_api_gateway_stage.v1': change }))
        .filter(({ rule }) => rule === 'canary-started')
        .map(({ before, after }) => `${before} -> ${after}`);
    expect(shown(stage, canary('b', 10))).toEqual(['none -> 10 percent']);
    expect(shown(canary('b', 10), canary('b', 20))).toEqual(['10 percent -> 20 percent']);
  });

  it('is none where it serves the same, less of it, or what the stage serves itself', () => {
    expect(moves(canary('a', 10), canary('a', 10, { description: 'x' }))).toEqual([]);
    expect(moves(canary('a', 10), canary('a', 5))).toEqual([]);
    expect(moves(canary('a', 10), canary(stage.deployment_id, 10))).toEqual([]);
  });
});
