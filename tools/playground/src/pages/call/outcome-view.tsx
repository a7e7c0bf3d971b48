import { curlOf } from '../../call/curl';
import { type CallRequest } from '../../call/request';
import { type Answer, type Outcome } from '../../call/send';
import { shortened } from '../../call/shortened';
import { verdictOf } from '../../call/verdict';
import { CodeBlock } from '../../ui/code-block';
import { Notice } from '../../ui/notice';

/** What the gateway decided, and why. */
export function VerdictNotice({ outcome }: { outcome: Outcome }) {
  const { answer, record } = outcome;
  const { kind, title, why } = verdictOf(outcome);
  const times = [
    answer && `${answer.milliseconds} ms in the browser`,
    record && `${record.milliseconds} ms in the gateway`,
  ].filter(Boolean);
  return (
    <Notice kind={kind === 'let in' ? 'good' : 'bad'}>
      <p>
        <strong>{title}</strong> <span class="soft">{times.join(', ')}</span>
      </p>
      <p>{why}</p>
    </Notice>
  );
}

/** What came back, and what was sent. */
export function OutcomeView({ outcome: { answer, record, request } }: { outcome: Outcome }) {
  const [sent, curl] = [sentOf(request), curlOf(request)];
  return (
    <>
      {answer && <AnswerView answer={answer} />}
      {record && (
        <p class="soft">
          Request <code>{record.id}</code>
        </p>
      )}
      <h3>As it was sent</h3>
      <CodeBlock label="Request" text={sent} shown={shortened(sent)} />
      <h3>The same with curl</h3>
      <CodeBlock label="curl" text={curl} shown={shortened(curl)} />
    </>
  );
}

function AnswerView({ answer }: { answer: Answer }) {
  const { body, headers } = answer;
  return (
    <>
      <h3>Body</h3>
      {body === '' ? <p class="soft">It is empty.</p> : <CodeBlock label="Body" text={body} shown={pretty(body)} />}
      <details>
        <summary>{headers.length} headers that a page may see</summary>
        <CodeBlock label="Headers" text={headers.map(([name, value]) => `${name}: ${value}`).join('\n')} />
        <p class="help">CORS hides the others. curl shows all of them.</p>
      </details>
    </>
  );
}

const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

const sentOf = ({ body, headers, method, signer, url }: CallRequest): string =>
  [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(signer ? [`(signed with ${signer.accessKeyId}, by its URL)`] : []),
    ...(body === undefined ? [] : ['', body]),
  ].join('\n');
