import { type PermissionsAnswer, type PermissionsAsk } from '@gatehouse/playground/contract';
import { readPolicy } from '@gatehouse/policy';
import { callerOf, type Caller, EmulatorRefusal } from '../../emulator';
import { namesOf } from '../data/names';
import { keyOf } from '../data/route';
import { type Shown } from '../data/shown';
import { isPreflight } from '../../smoke/route-checks';
import { targetOf } from '../../requests/path';
import { Refusal } from '../server/refusal';
import { decide, INVOKE } from './decide';
import { permissionOf } from './words';

/**
 * What temporary credentials may do, by the policies that hold for them at this moment.
 *
 * @throws Refusal 404 when the emulator never issued them
 */
export async function permissionsOf(shown: Shown, ask: PermissionsAsk): Promise<PermissionsAnswer> {
  const caller = await find(shown, ask.accessKeyId);
  const { expiration, identity, policies, principal } = caller;
  const statements = policies.identity.flatMap((policy) =>
    readPolicy('identity', policy).statements.map((each) => permissionOf(policy.name, each, shown.surface.apis)),
  );
  const { action, resource } = ask;
  return {
    ...{ arn: principal.arn, role: principal.roleArn.slice(principal.roleArn.lastIndexOf('/') + 1), expiration },
    ...(identity && {
      identity: { id: identity.id, poolId: identity.poolId, authenticated: identity.authenticated },
    }),
    statements: statements.sort((one, other) => rank(one.effect) - rank(other.effect)),
    ...{ limits: limitsOf(caller), routes: routesFor(caller, shown) },
    ...(action !== undefined &&
      resource !== undefined && { check: decide(caller, { action, resource }, shown.surface) }),
  };
}

function find({ emulator }: Shown, accessKeyId: string): Promise<Caller> {
  return callerOf(emulator.internal, accessKeyId).catch((error: unknown) => {
    if (!(error instanceof EmulatorRefusal)) throw error;
    throw new Refusal(404, `${error.message} Ask for credentials again: the emulator may have started anew.`);
  });
}

const rank = (effect: 'Allow' | 'Deny'): number => (effect === 'Deny' ? 0 : 1);

function limitsOf({ identity, policies: { boundary, session } }: Caller): string[] {
  return [
    ...(boundary ? [`The permissions boundary ${boundary.name} must allow it too.`] : []),
    ...session.map(({ name }) => `The session policy ${name} must allow it too.`),
    ...(identity?.capped
      ? [
          'Session policies of Cognito for guests must allow it too: they name a list of services, whatever the role says.',
        ]
      : []),
  ];
}

/** Keys of the IAM routes that it may call on some stage. */
function routesFor(caller: Caller, shown: Shown): string[] {
  const names = namesOf(shown);
  return shown.surface.apis.flatMap((api) =>
    api.routes
      .filter((route) => route.auth.kind === 'iam' && !isPreflight(route))
      .filter((route) => {
        const target = targetOf(api, route);
        return api.stages.some(({ name }) => {
          const resource = target && `${api.executionArn}/${name}/${target.method}${target.path}`;
          return resource !== undefined && decide(caller, { action: INVOKE, resource }, shown.surface).allowed;
        });
      })
      .map((route) => keyOf(names.api(api), route)),
  );
}
