import { type FunctionPermission } from '@gatehouse/surface';
import { aFunction, aPermission, functionArn } from '../testing/surface';
import { permits } from './permissions';

const service = 'apigateway.amazonaws.com';
const api = 'arn:aws:execute-api:eu-west-1:123456789012:api1';

const permitted = (overrides: Partial<FunctionPermission>, qualifier?: string) =>
  permits([aPermission(overrides)], aFunction(), { service, sourceArn: `${api}/local/GET/me`, qualifier });

describe('rule 41: a function is called only with a permission', () => {
  it('is let in by the name or the ARN of the function, for a stage, a method, or anything', () => {
    for (const sourceArn of [`${api}/local/*/*`, `${api}/*`, `${api}/local/GET/me`, `${api}/loca?/GET/*`, undefined]) {
      expect(permitted({ sourceArn })).toBe(true);
      expect(permitted({ sourceArn, functionName: functionArn })).toBe(true);
    }
  });

  it('fails without any', () => {
    expect(permits([], aFunction(), { service, sourceArn: `${api}/local/GET/me` })).toBe(false);
  });

  it('fails when it is for another API, stage, method or path', () => {
    for (const sourceArn of [
      api.replace('api1', 'api2') + '/*',
      `${api}/prod/*/*`,
      `${api}/*/POST/*`,
      `${api}/*/GET/reports`,
      api,
    ]) {
      expect(permitted({ sourceArn })).toBe(false);
    }
  });

  it('fails when it is for another function, caller or action', () => {
    expect(permitted({ functionName: 'other' })).toBe(false);
    expect(permitted({ principal: 's3.amazonaws.com' })).toBe(false);
    expect(permitted({ action: 'lambda:GetFunction' })).toBe(false);
  });

  it('fails when it is for APIs of another account', () => {
    expect(permitted({ sourceAccount: '123456789012' })).toBe(true);
    expect(permitted({ sourceAccount: '999999999999' })).toBe(false);
  });

  it('fails when it is for the function, and an alias is called, or the other way round', () => {
    expect(permitted({ qualifier: 'live' }, 'live')).toBe(true);
    expect(permitted({}, 'live')).toBe(false);
    expect(permitted({ qualifier: 'live' })).toBe(false);
    expect(permitted({ qualifier: 'live' }, '3')).toBe(false);
  });

  it('takes a dot and other signs of an ARN for themselves', () => {
    expect(permitted({ sourceArn: `${api}/local/G.T/me` })).toBe(false);
  });
});
