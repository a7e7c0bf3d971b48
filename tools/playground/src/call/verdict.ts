import { type Outcome } from './send';

/** In words: what the gateway decided, and why. */
export interface Verdict {
  readonly kind: 'let in' | 'refused' | 'failed' | 'unseen';
  readonly title: string;
  readonly why: string;
}

export function verdictOf(outcome: Outcome): Verdict {
  const { answer, preflight, record } = outcome;
  const status = record?.status ?? answer?.status;
  if (status === undefined)
    return unseen(preflight?.why ?? (preflight && `The preflight was answered ${preflight.status}.`));
  const who = record ? ` The gateway saw: ${record.who}.` : '';
  const kept = answer ? '' : ` ${KEPT}`;
  const why = sentence(record?.why ?? DEFAULT[kindOf(status)]) + kept;
  switch (kindOf(status)) {
    case 'let in':
      return { kind: 'let in', title: `${status}: let in`, why: `${why}${who}` };
    case 'failed':
      return { kind: 'failed', title: `${status}: failed behind the gateway`, why: `${why}${who}` };
    default:
      return { kind: 'refused', title: `${status}: refused`, why: `${why}${who}` };
  }
}

/** Without who may call it, which the page shows above the request. */
function sentence(why: string): string {
  const [reason = why] = why.split(/ Who may call it: /);
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

const kindOf = (status: number): 'let in' | 'refused' | 'failed' =>
  status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'let in';

const KEPT = 'The browser keeps the answer from this page: its CORS headers do not list this origin. curl shows it.';

const DEFAULT = {
  'let in': 'What the route asks for was there.',
  refused: 'The gateway gave no reason.',
  failed: 'The gateway gave no reason.',
};

const unseen = (preflight: string | undefined): Verdict => ({
  kind: 'unseen',
  title: 'Not sent',
  why: preflight
    ? `The browser asked first (preflight), and the API does not allow this request from a page: ${preflight}`
    : 'The gateway saw no request: the browser did not send it, or the gateway does not run.',
});
