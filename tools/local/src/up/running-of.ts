import { type Environment, type LocalUser } from '@gatehouse/environment';
import { clientConfig, poolsByName, stageUrl } from '@gatehouse/terraform';
import { type Running } from '../live/running';
import { secretOf } from './client-secret';
import { addUsers } from './demo-users';
import { knownUsersOf } from './known-users';
import { readMachines } from './machines';
import { type Outputs } from './outputs';
import { signAs } from './sign-as';

/** What is served, before its people are known. */
export type Served = Pick<
  Running,
  'cognito' | 'emulator' | 'environment' | 'frontDoor' | 'gateway' | 'knownUsers' | 'stacks' | 'surface'
>;

/** What the client config is made of. */
interface Known extends Pick<Running, 'pools' | 'surface'> {
  readonly emulator: Pick<Running['emulator'], 'url'>;
  readonly frontDoor: Pick<Running['frontDoor'], 'urlOf'>;
  readonly gateway: Pick<Running['gateway'], 'urlOf'>;
}

/** Everything to know about what is served; makes the people of its user pools. */
export async function runningOf(served: Served, users: readonly LocalUser[]): Promise<Running> {
  const { cognito, emulator, environment, knownUsers, surface } = served;
  const clientSecret = secretOf(cognito);
  const pools = await addUsers(cognito, surface, poolsByName(environment, surface), clientSecret, users, knownUsers);
  const machines = await readMachines(surface, clientSecret);
  return {
    ...served,
    knownUsers: knownUsersOf(users),
    pools,
    machines,
    outputs: outputsOf(environment, { ...served, pools }),
    sign: signAs(emulator),
  };
}

/** The client config of what is served. */
export function outputsOf(
  environment: Pick<Environment, 'name' | 'project' | 'region'>,
  { emulator, frontDoor, gateway, pools, surface }: Known,
): Outputs {
  const users = pools.map(({ demoUser: { username, password }, name }) => [name, { username, password }]);
  const config = clientConfig(environment, surface, (api, stage) => stageUrl(gateway.urlOf(api), stage));
  const userPools = Object.entries(config.userPools).map(([name, pool]) => {
    return [name, { ...pool, domain: frontDoor.urlOf(pool.id) }] as const;
  });
  return {
    ...config,
    userPools: Object.fromEntries(userPools),
    cognitoEndpoint: emulator.url,
    demoUsers: Object.fromEntries(users) as Outputs['demoUsers'],
  };
}
