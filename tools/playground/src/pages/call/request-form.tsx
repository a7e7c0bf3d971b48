import { useState } from 'preact/hooks';
import { apiKeysOf } from '../../call/api-keys';
import { compose, type Draft, draftFor } from '../../call/compose';
import { takesBody } from '../../call/request';
import { type Outcome, send } from '../../call/send';
import { type Shown } from '../../call/shown';
import { type Api, type ApiKey, type PlaygroundData, type Route } from '../../contract';
import { session } from '../../session/session';
import { Field, Select } from '../../ui/field';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';
import { BodyField } from './body-field';
import { QuickSignIn } from './quick-sign-in';

interface RequestFormProps {
  readonly data: PlaygroundData;
  readonly api: Api;
  readonly route: Route;
  readonly shown: readonly Shown[];
  readonly onOutcome: (outcome: Outcome) => void;
}

export function RequestForm({ data, api, route, shown, onOutcome }: RequestFormProps) {
  const keys = apiKeysOf(data, api);
  const [draft, setDraft] = useState<Draft>(draftFor(route, keys));
  const [stageName, setStage] = useState(api.stages[0]?.name ?? '');
  const [shownId, setShown] = useState<string>();
  const task = useTask();
  const stage = api.stages.find(({ name }) => name === stageName) ?? api.stages[0];
  const chosen = shown.find(({ id }) => id === shownId) ?? bestFor(route, shown);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: Event) => {
    event.preventDefault();
    if (stage === undefined || chosen === undefined) return;
    task.run(async () => onOutcome(await send(compose(draft, route, stage, await chosen.make()))));
  };
  const stages = api.stages.map(({ name }) => ({ value: name, label: name }));
  const callers = shown.map(({ id, label }) => ({ value: id, label }));
  return (
    <form class="stack" onSubmit={submit}>
      {stages.length > 1 && <Select label="Stage" value={stageName} options={stages} onValue={setStage} />}
      <Select label="Send with" value={chosen?.id ?? ''} options={callers} onValue={setShown} />
      {session.value === undefined && <QuickSignIn data={data} />}
      <div class="tools">
        {route.method === 'ANY' && <MethodChoice value={draft.method} onValue={(method) => change({ method })} />}
        <Field label="Path" value={draft.path} onValue={(path) => change({ path })} autocomplete="off" />
      </div>
      {(route.apiKeyRequired || keys.length > 0) && (
        <KeyChoice keys={keys} value={draft.apiKey} onValue={(apiKey) => change({ apiKey })} />
      )}
      {takesBody(draft.method) && <BodyField route={route} value={draft.body} onValue={(body) => change({ body })} />}
      <div class="row">
        <button type="submit" class="main" disabled={task.busy || stage === undefined}>
          Send
        </button>
      </div>
      {stage === undefined && <p class="help">The API has no stage, so it is not served.</p>}
      <Failure error={task.error} />
    </form>
  );
}

const MethodChoice = (props: { value: string; onValue: (value: string) => void }) => (
  <Select label="Method" options={METHODS} {...props} />
);

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((value) => ({ value, label: value }));

/** What lets someone in, where this page has it. */
const bestFor = ({ principals }: Route, shown: readonly Shown[]): Shown | undefined =>
  shown.find(({ principal }) => principal !== undefined && principals.includes(principal)) ?? shown[0];

interface KeyChoiceProps {
  readonly keys: readonly ApiKey[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function KeyChoice({ keys, value, onValue }: KeyChoiceProps) {
  const options = [
    { value: '', label: 'None' },
    ...keys.map((key) => ({ value: key.value, label: `Of usage plan ${key.usagePlan}` })),
    { value: 'unknown-key-000000000', label: 'One that is unknown' },
  ];
  return <Select label="API key" value={value} options={options} onValue={onValue} />;
}
