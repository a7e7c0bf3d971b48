import { evaluate } from '../evaluate';
import { type Policies, type Principal, type PolicyRequest } from '../model';
import { accountIn } from '../principal';
import { actionNamed } from './actions/actions';
import { type Point } from './box';
import { hasSymbol, replaceSymbols } from './language/symbol';
import { principalOf, type Representative } from './principals';
import { UNKNOWN } from './substitute';

/** The policies of both sides, as `evaluate` takes them. */
export interface Sides {
  readonly before: Policies;
  readonly after: Policies;
}

/** The request that a point stands for; `undefined` where something in it is not known. */
export function requestOf(
  point: Point,
  { principal, who }: Representative,
  account: string | undefined,
): PolicyRequest | undefined {
  const { action, resource, values } = point;
  const texts = [action, resource, ...[...values.values()].flatMap((value) => value ?? [])];
  if (texts.some(isOpen) || ('arn' in principal && hasSymbol(principal.arn))) return undefined;
  const variables = new Map<string, string>();
  const filled = (text: string) =>
    replaceSymbols(text, (name) => {
      variables.set(name, valueOf(name, principal));
      return valueOf(name, principal);
    });
  const context = Object.fromEntries(
    [...values].map(([key, value]) => [
      key,
      value && (value.length === 1 ? filled(value[0] ?? '') : value.map(filled)),
    ]),
  );
  const resourceText = filled(resource);
  const caller =
    who.type === 'account' || who.type === 'anyAccount' ? calling(principal, context['aws:principalarn']) : principal;
  for (const [name, value] of variables) if (!isDerived(name)) context[name] ??= value;
  return {
    principal: caller,
    action: actionNamed(action)?.name ?? action,
    resource: resourceText,
    resourceAccount: account ?? accountIn(resourceText) ?? '000011112222',
    context,
  };
}

/** Whether it holds what is not known, or a variable with a default, which may be either. */
const isOpen = (text: string): boolean => {
  let found = false;
  replaceSymbols(text, (name) => {
    found ||= name.startsWith(UNKNOWN) || name.includes(',');
    return '';
  });
  return found;
};

const isDerived = (name: string): boolean => /^aws:(principalarn|principalaccount|username|principaltype)$/.test(name);

function valueOf(name: string, principal: Principal): string {
  if (name === 'aws:username' && principal.type === 'user') return principal.arn.split('/').at(-1) ?? '';
  if (name === 'aws:principalaccount' && 'arn' in principal) return accountIn(principal.arn) ?? '';
  return 'example';
}

/** The principal with an ARN that a condition asks for. */
const calling = (principal: Principal, arn: unknown): Principal =>
  typeof arn === 'string' && /^arn:[\w-]+:iam::\d{12}:(user|role)\/./.test(arn) ? principalOf(arn) : principal;

/** Whether the request is allowed after and not before. */
export function isGain(request: PolicyRequest, { after, before }: Sides): boolean {
  if (evaluate(request, after).verdict !== 'allowed') return false;
  const verdict = evaluate(request, before).verdict;
  return verdict === 'implicitlyDenied' || verdict === 'explicitlyDenied';
}
