import { type Statement } from '@gatehouse/construct-kit';

/** Lets who has it do the actions to the resources. */
export function allow(
  Sid: string,
  Resource: string | readonly string[],
  Action: string | readonly string[],
  Condition?: Statement['Condition'],
): Statement {
  return { Sid, Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) };
}

/** Holds when a request says exactly this, or one of these. */
export function stringEquals(key: string, value: string | readonly string[]): Statement['Condition'] {
  return { StringEquals: { [key]: value } };
}
