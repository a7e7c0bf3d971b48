import { type Complaint } from '../problem';
import { type JsonPath } from '../read/json';

interface Moved {
  /** `*` is any key. */
  readonly path: readonly string[];
  readonly expected: string;
  readonly fix: string;
}

const declared = 'as libs/stacks/src/identity-stack.ts does, and remove it here.';

/** Fields that environment files had once, and where their values are written now. */
const moved: readonly Moved[] = [
  {
    path: ['identity', 'resourceServers'],
    expected: 'no resource servers: they and their scopes are alike in every environment, so the stacks declare them',
    fix: `Declare each with addResourceServer, ${declared}`,
  },
  {
    path: ['identity', 'identityPool'],
    expected: 'no identity pool: the stack that declares it says what its people and guests may do',
    fix: 'Write "guests": true or false in identity, and what they may do in a stack: api.grantInvoke(people.guests, "GET /prices"), people.guests.allow(actions, resources).',
  },
  {
    path: ['clients', '*', 'kind'],
    expected: 'no kind: the stack that declares the client says who signs in with it',
    fix: `Declare the client with addAppClient ("user") or addMachineClient ("machine"), ${declared}`,
  },
  {
    path: ['clients', '*', 'scopes'],
    expected: 'no scopes: the stack that declares the client says what it may ask for',
    fix: `Give them where the client is declared, ${declared}`,
  },
];

/** What to say of a field that is written somewhere else now; undefined of every other. */
export function movedField(path: JsonPath): Complaint | undefined {
  const field = moved.find(
    (each) => each.path.length === path.length && each.path.every((step, at) => step === '*' || step === path[at]),
  );
  return field && { path, expected: field.expected, fix: field.fix };
}
