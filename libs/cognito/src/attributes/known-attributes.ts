import { type IUserPool } from '@gatehouse/construct-kit';
import { type AttributesProps } from './attributes';
import { defaultSignIn } from './sign-in-with';
import { type StandardAttribute, standardNames, verifiedNames } from './standard-attributes';

/** What a pool that is made here has, by the names of the API. */
export interface PoolAttributes {
  readonly readable: readonly string[];
  readonly writable: readonly string[];
  /** What people who sign themselves up give a value. */
  readonly atSignUp: readonly string[];
}

const known = new WeakMap<IUserPool, PoolAttributes>();

/** Undefined of a pool that is made elsewhere. */
export const attributesOfPool = (pool: IUserPool): PoolAttributes | undefined => known.get(pool);

/** Remembers what a pool has that is made here. */
export function rememberAttributes(pool: IUserPool, props: AttributesProps<string> & { selfSignUp?: boolean }): void {
  const custom = Object.keys(props.customAttributes ?? {}).map((name) => `custom:${name}`);
  const writable = [...Object.values(standardNames), ...custom];
  const atSignUp = props.selfSignUp ? [...new Set([...required(props), ...contact(props)])] : [];
  known.set(pool, { writable, readable: [...writable, ...Object.values(verifiedNames)], atSignUp });
}

const required = ({ standardAttributes = {} }: AttributesProps<string>): string[] =>
  Object.entries(standardNames)
    .filter(([name]) => standardAttributes[name as StandardAttribute]?.required)
    .map(([, name]) => name);

/** Who signs up with the one contact that is the user name gives it. */
function contact({ signInWith = defaultSignIn }: AttributesProps<string>): string[] {
  if (signInWith.username || (signInWith.email && signInWith.phone)) return [];
  return [signInWith.email ? standardNames.email : standardNames.phoneNumber];
}
