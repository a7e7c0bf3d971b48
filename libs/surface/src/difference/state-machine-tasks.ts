import { isObject } from '../terraform/unreadable';

/** What a state machine calls, and with what. */
export interface StateMachineTask {
  /** `arn:aws:states:::aws-sdk:iam:attachRolePolicy` */
  readonly resource: string;
  readonly input: unknown;
}

/** The tasks of a definition, those inside maps and branches too. None where it is not known, or no JSON. */
export function tasksOf(definition: unknown): readonly StateMachineTask[] {
  if (typeof definition !== 'string') return [];
  try {
    return tasksIn(JSON.parse(definition));
  } catch {
    return [];
  }
}

function tasksIn(value: unknown): readonly StateMachineTask[] {
  if (Array.isArray(value)) return value.flatMap(tasksIn);
  if (!isObject(value)) return [];
  const { Resource: resource, Parameters, Arguments } = value;
  const own = typeof resource === 'string' ? [{ resource, input: Arguments ?? Parameters }] : [];
  return [...own, ...Object.values(value).flatMap(tasksIn)];
}

/** Where a definition sends requests: `api.example.com`, or that the data of a run decide it. */
export const hostsOf = (definition: unknown): readonly string[] =>
  tasksOf(definition).flatMap(({ resource, input }) =>
    REQUEST.test(resource) && isObject(input) ? [hostIn(input['ApiEndpoint'])] : [],
  );

const REQUEST = /^arn:[\w-]+:states:[^:]*:[^:]*:(?:http|apigateway):invoke(?:\.\w+)?$/;

/** An API of API Gateway is named without a scheme. */
const hostIn = (endpoint: unknown): string =>
  (typeof endpoint === 'string' ? HOST.exec(endpoint)?.[1]?.toLowerCase() : undefined) ?? CHOSEN;

const HOST = /^(?:https?:\/\/)?(?:[^/?#@]*@)?([\w.-]+(?::\d+)?)(?:[/?#]|$)/i;

const CHOSEN = 'a host that its input names';
