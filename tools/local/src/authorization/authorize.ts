import { accessDenied, type Decision, evaluate, type PolicyRequest, remedies } from '@gatehouse/policy';
import { readSignature, type SignatureProblem, verifySignature } from '../sigv4';
import { asksOf } from './asks';
import { contextOf } from './context';
import { policiesOf, resourceNamed } from './policies';
import { type Ask, type Question, Unmapped } from './question';
import { unknownKeys } from './unknown-keys';

/** What the emulator does with the request; `message` is for the caller. */
export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly error: SignatureProblem['kind'] | 'denied'; readonly message: string };

/**
 * Decides whether a request that is signed with credentials of a role is allowed: its signature, then its policies.
 *
 * @param onRefusal gets the reason, and what the policies lack, for the owner of the policies
 */
export const authorizer =
  (onRefusal: (text: string) => void, now: () => number = Date.now) =>
  async (question: Question): Promise<Verdict> => {
    const problem = signatureProblem(question, now());
    const refused = problem ? refusal(problem.kind, problem.message) : await policyRefusal(question);
    if (refused === undefined) return { allowed: true };
    onRefusal(printable(`[iam] ${[refused.message, ...refused.remedies].join('\n      ')}`));
    const { error, message } = refused;
    return { allowed: false, error, message };
  };

interface Refusal {
  readonly error: SignatureProblem['kind'] | 'denied';
  readonly message: string;
  readonly remedies: readonly string[];
}

const refusal = (error: Refusal['error'], message: string, lines: readonly string[] = []): Refusal => ({
  error,
  message,
  remedies: lines,
});

function signatureProblem({ caller, request }: Question, now: number): SignatureProblem | undefined {
  const signature = readSignature(request);
  if (signature) return verifySignature(request, signature, caller, now);
  return { kind: 'incomplete', message: 'Expected a signature of Signature Version 4 (AWS4-HMAC-SHA256).' };
}

async function policyRefusal(question: Question): Promise<Refusal | undefined> {
  try {
    for (const ask of await asksOf(question)) {
      const refused = await refusalOf(question, ask);
      if (refused) return refused;
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof Unmapped)) throw error;
    const what = `${question.service}:${question.operation ?? question.request.method}`;
    return refusal('denied', notMapped(question, what, error.message));
  }
}

async function refusalOf(question: Question, ask: Ask): Promise<Refusal | undefined> {
  const resource = resourceNamed(question, ask.resource);
  const request: PolicyRequest = {
    principal: question.caller.principal,
    action: ask.action,
    resource: ask.resource,
    resourceAccount: resource?.account,
    context: contextOf(question, ask, resource),
  };
  const policies = policiesOf(question, ask, resource);
  const unknown = await unknownKeys(request, policies, question);
  if (unknown.length > 0) {
    throw new Unmapped(`a policy asks for the condition key ${unknown.join(', ')}, which it does not know`);
  }
  const decision = evaluate(request, policies);
  if (decision.verdict === 'allowed') return undefined;
  return refusal('denied', accessDenied(request, decision), linesOf(question, decision));
}

/** A guest may lack what no policy of the owner's can give. */
function linesOf({ caller }: Question, decision: Decision): string[] {
  const capped = caller.identity?.capped && decision.missing.some(({ kind }) => kind === 'session');
  return capped
    ? ["Guests never have this: Cognito's own session policies for them do not allow it, whatever the role says."]
    : remedies(decision);
}

const notMapped = ({ caller }: Question, what: string, why: string): string =>
  `User: ${caller.principal.arn} is not authorized to perform: ${what}, because the emulator cannot tell whether it is` +
  ` allowed: ${why}`;

/** A name in a request must not steer the terminal. */
const printable = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '?');
