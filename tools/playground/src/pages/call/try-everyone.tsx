import { useEffect, useState } from 'preact/hooks';
import { lineOf } from '../../aws/error';
import { apiKeysOf } from '../../call/api-keys';
import { compose, draftFor } from '../../call/compose';
import { compared, expectedIn } from '../../call/expected';
import { type Outcome, send } from '../../call/send';
import { type Shown } from '../../call/shown';
import { verdictOf } from '../../call/verdict';
import { type Api, type PlaygroundData, type Route } from '../../contract';
import { Status } from '../../ui/badges';
import { Panel } from '../../ui/panel';
import { useTask } from '../../ui/use-task';
import { Failure } from '../../ui/notice';

interface TryProps {
  readonly data: PlaygroundData;
  readonly api: Api;
  readonly route: Route;
  readonly shown: readonly Shown[];
}

interface Row {
  readonly shown: Shown;
  readonly outcome?: Outcome;
  /** Why it could not be tried. */
  readonly notTried?: string;
}

/** The route with everything that this page can show, one after the other. */
export function TryEveryone({ data, api, route, shown }: TryProps) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const task = useTask();
  useEffect(() => setRows([]), [data.revision, shown.length]);
  const [stage] = api.stages;
  const draft = draftFor(route, apiKeysOf(data, api));
  const run = async () => {
    const done: Row[] = [];
    for (const each of shown) {
      done.push(await tryOne(each));
      setRows([...done]);
    }
  };
  async function tryOne(each: Shown): Promise<Row> {
    if (stage === undefined) return { shown: each, notTried: 'The API has no stage.' };
    try {
      return { shown: each, outcome: await send(compose(draft, route, stage, await each.make())) };
    } catch (error) {
      return { shown: each, notTried: lineOf(error) };
    }
  }
  return (
    <Panel title="Try it as everyone">
      <p class="soft">Sends the request with everything that this page has: right tokens, wrong ones, and nothing.</p>
      <div class="row">
        <button type="button" onClick={() => task.run(run)} disabled={task.busy}>
          Try everyone
        </button>
        <span role="status" class="soft">
          {task.busy ? 'Trying…' : rows.length > 0 && `${rows.length} tried`}
        </span>
      </div>
      <Failure error={task.error} />
      {rows.length > 0 && <Rows rows={rows} route={route} withKey={draft.apiKey !== ''} />}
    </Panel>
  );
}

const Rows = ({ rows, route, withKey }: { rows: readonly Row[]; route: Route; withKey: boolean }) => (
  <table class="wide-table results">
    <caption class="unseen">Who got in</caption>
    <thead>
      <tr>
        <th scope="col">Sent with</th>
        <th scope="col">Status</th>
        <th scope="col">By the access table</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <ResultRow key={row.shown.id} row={row} route={route} withKey={withKey} />
      ))}
    </tbody>
  </table>
);

interface ResultRowProps {
  readonly row: Row;
  readonly route: Route;
  readonly withKey: boolean;
}

function ResultRow({ row: { notTried, outcome, shown }, route, withKey }: ResultRowProps) {
  const status = outcome?.record?.status ?? outcome?.answer?.status;
  return (
    <tr>
      <th scope="row" data-label="Sent with">
        {shown.label}
      </th>
      <td data-label="Status">{status === undefined ? 'not sent' : <Status status={status} />}</td>
      <td data-label="By the access table">{compared(expectedIn(route, shown.principal, withKey), status)}</td>
      <td data-label="Why">{notTried ?? (outcome && verdictOf(outcome).why)}</td>
    </tr>
  );
}
