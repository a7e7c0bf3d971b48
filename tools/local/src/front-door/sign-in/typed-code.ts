import { ApiRefusal } from '../door-emulator';

/**
 * The code of a form; apps and messages show it in groups, and people copy the spaces.
 *
 * @throws ApiRefusal when it is empty: what Cognito answers then names parameters of the API
 */
export function typedCode({ code = '' }: Readonly<Record<string, string>>): string {
  const typed = code.replaceAll(/\s/g, '');
  if (typed === '') throw new ApiRefusal('InvalidParameterException', 'Enter the code.');
  return typed;
}
