import { useState } from 'preact/hooks';
import { challengeForm, type ChallengeField } from '../../cognito/challenge-form';
import { answerChallenge, type Challenge } from '../../cognito/sign-in';
import { type Client, type PlaygroundData, type UserPool } from '../../contract';
import { signInPlace } from '../../session/place';
import { type Session } from '../../session/session';
import { challenge as pending, takeStep } from '../../session/sign-in-steps';
import { Field, Select } from '../../ui/field';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';
import { AuthenticatorCode } from './authenticator-code';
import { MfaSetupStep } from './mfa-setup-step';
import { SentCodeButton } from './sent-code';

interface ChallengeProps {
  readonly data: PlaygroundData;
  readonly pool: UserPool;
  readonly client: Client;
  readonly challenge: Challenge;
  readonly way: Session['way'];
}

/** What Cognito asks for before it gives tokens. */
export function ChallengeStep(props: ChallengeProps) {
  const { challenge } = props;
  const form = challengeForm(challenge);
  return (
    <div class="stack">
      <p class="soft">
        Cognito asks: <code>{challenge.name}</code>
      </p>
      {challenge.name === 'MFA_SETUP' && <MfaSetupStep {...props} />}
      {challenge.name !== 'MFA_SETUP' && !form && <p>This page cannot answer that. Sign in on the sign-in page.</p>}
      {form && <AnswerForm key={challenge.session} {...props} form={form} />}
      <div class="row">
        <button type="button" class="quiet" onClick={() => (pending.value = undefined)}>
          Start again
        </button>
      </div>
    </div>
  );
}

type AnswerProps = ChallengeProps & { form: NonNullable<ReturnType<typeof challengeForm>> };

function AnswerForm({ data, pool, client, challenge, way, form }: AnswerProps) {
  const first = form.fields.map(({ choices, name }) => [name, choices?.[0] ?? '']);
  const [values, setValues] = useState<Record<string, string>>(Object.fromEntries(first));
  const task = useTask();
  const set = (name: string) => (value: string) => setValues((before) => ({ ...before, [name]: value }));
  const code = form.fields.find(({ type }) => type === 'code');
  const submit = (event: Event) => {
    event.preventDefault();
    task.run(async () => {
      takeStep(await answerChallenge(signInPlace(data, pool, client), challenge, values), pool, client, way);
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <h3>{form.title}</h3>
      <p class="help">{form.help}</p>
      {form.fields.map((field) => (
        <AnswerField key={field.name} field={field} value={values[field.name] ?? ''} onValue={set(field.name)} />
      ))}
      {code && form.codeWasSent && (
        <SentCodeButton poolId={pool.id} username={challenge.username} onCode={set(code.name)} />
      )}
      {code && !form.codeWasSent && (
        <AuthenticatorCode poolId={pool.id} username={challenge.username} onCode={set(code.name)} />
      )}
      <div class="row">
        <button type="submit" class="main" disabled={task.busy}>
          Go on
        </button>
      </div>
      <Failure error={task.error} />
    </form>
  );
}

interface AnswerFieldProps {
  readonly field: ChallengeField;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function AnswerField({ field, value, onValue }: AnswerFieldProps) {
  const { choices = [], label, type } = field;
  if (type === 'choice') {
    return (
      <Select
        label={label}
        value={value}
        onValue={onValue}
        options={choices.map((each) => ({ value: each, label: each }))}
      />
    );
  }
  const more = type === 'code' ? { autocomplete: 'one-time-code', inputMode: 'numeric' as const } : {};
  return (
    <Field label={label} type={type === 'password' ? 'password' : 'text'} value={value} onValue={onValue} {...more} />
  );
}
