import { surfaceFromSynth } from '../surface-from-synth';
import { posture } from './posture';

const said = (type: string, authorizer_result_ttl_in_seconds: number) => {
  const authorizer = { name: 'people', rest_api_id: '${aws_api_gateway_rest_api.shop.id}', type };
  const resource = {
    aws_api_gateway_rest_api: { shop: { name: 'shop' } },
    aws_api_gateway_authorizer: { people: { ...authorizer, authorizer_result_ttl_in_seconds } },
  };
  return posture(surfaceFromSynth([{ resource }]))
    .filter(({ rule }) => rule === 'long-authorizer-cache')
    .map(({ message, after }) => `${message} ${after}`);
};

it('what a Lambda authorizer said is kept for 15 minutes at most', () => {
  const long = ['Callers who lost access can still call for up to 60 minutes. 3600 s'];
  expect(said('TOKEN', 3600)).toEqual(long);
  expect(said('REQUEST', 3600)).toEqual(long);
  expect(said('REQUEST', 900)).toEqual([]);
  expect(said('COGNITO_USER_POOLS', 3600)).toEqual([]);
});
