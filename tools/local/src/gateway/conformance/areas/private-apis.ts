import { type RestApi } from '@gatehouse/surface';
import { type Area } from '../area';
import { aTemplate } from '../mocks';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';

type Statement = NonNullable<RestApi['policy']>[number];

const statement = (effect: 'Allow' | 'Deny', conditions: Statement['conditions'] = []): Statement => ({
  ...{ effect, principals: ['*'], notPrincipals: [], notActions: [], notResources: [], conditions },
  actions: ['execute-api:Invoke'],
  resources: ['execute-api:/*'],
});
const endpoint = (operator: string) => [{ operator, key: 'aws:SourceVpce', values: ['vpce-1'] }];
const privateApi = (id: string, policy?: RestApi['policy']) =>
  conformanceApi(id, { endpointTypes: ['PRIVATE'], routes: [aTemplate('/x', 'in')], ...(policy && { policy }) });

const none = privateApi('private-none');
const denies = privateApi('private-denies', [statement('Deny', endpoint('StringNotEquals')), statement('Allow')]);
const allows = privateApi('private-allows', [statement('Allow', endpoint('StringEquals'))]);
const byAddress = privateApi('private-address', [
  statement('Allow', [{ operator: 'IpAddress', key: 'aws:SourceIp', values: ['127.0.0.1/32'] }]),
]);
const open = conformanceApi('not-private', {
  policy: [statement('Allow', endpoint('StringEquals'))],
  routes: [aTemplate('/x', 'in')],
});

const through = (id: string) => ({ headers: [['x-amzn-vpce-id', id]] as const });

const refuses = (name: string, api: RestApi, source = pages.vpcePolicies) =>
  rowsOf(api).row(name, source, async ({ call }) => expect((await call('GET /x')).status).toBe(403));

const passes = (name: string, api: RestApi) =>
  rowsOf(api).differs(
    name,
    pages.vpcePolicies,
    'there is no VPC here: the header of AWS that names the endpoint to a backend stands for it',
    async ({ call }) => {
      expect((await call('GET /x', through('vpce-1'))).status).toBe(200);
      expect((await call('GET /x', through('vpce-2'))).status).toBe(403);
    },
  );

/** PRIVATE endpoints. */
export const privateApis: Area = {
  apis: [none, denies, allows, byAddress, open],
  rows: [
    rowsOf(allows).differs(
      'A private API is served to this machine, and `npm start` says so',
      pages.privateApis,
      'there is no VPC here',
      ({ notes }) => {
        expect(notes()).toContain(
          'API private-allows is private: on AWS it answers in VPCs alone. Send x-amzn-vpce-id to be asked as a VPC endpoint is.',
        );
      },
    ),
    refuses('A private API without a resource policy lets nobody in', none, pages.privateApis),
    refuses('A policy that denies all but one VPC endpoint denies a request through none', denies),
    refuses('A policy that allows one VPC endpoint does not allow a request through none', allows),
    passes('x-amzn-vpce-id names the VPC endpoint to a policy that denies the others', denies),
    passes('x-amzn-vpce-id names the VPC endpoint to a policy that allows it', allows),
    refuses('The address of a caller is aws:VpcSourceIp, not aws:SourceIp', byAddress, pages.conditionKeys),
    rowsOf(open).row('An API that is not private takes no such header', pages.conditionKeys, async ({ call }) => {
      expect((await call('GET /x', through('vpce-1'))).status).toBe(403);
    }),
  ],
};
