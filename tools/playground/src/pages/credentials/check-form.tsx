import { useState } from 'preact/hooks';
import { type PermissionCheck } from '../../contract';
import { askPermissions } from '../../server/client';
import { Field } from '../../ui/field';
import { Failure, Notice } from '../../ui/notice';
import { useTask } from '../../ui/use-task';

/** May they do this? */
export function CheckForm({ accessKeyId }: { accessKeyId: string }) {
  const [action, setAction] = useState('s3:ListAllMyBuckets');
  const [resource, setResource] = useState('*');
  const [check, setCheck] = useState<PermissionCheck>();
  const task = useTask();
  const submit = (event: Event) => {
    event.preventDefault();
    task.run(async () => {
      setCheck(undefined);
      setCheck((await askPermissions({ accessKeyId, action, resource })).check);
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <div class="tools">
        <Field label="Action" value={action} onValue={setAction} autocomplete="off" />
        <Field label="Resource (ARN or *)" value={resource} onValue={setResource} autocomplete="off" />
      </div>
      <div class="row">
        <button type="submit" disabled={task.busy}>
          Check
        </button>
      </div>
      <div role="status">{check && <CheckNotice check={check} />}</div>
      <Failure error={task.error} />
    </form>
  );
}

const CheckNotice = ({ check: { allowed, remedies, why } }: { check: PermissionCheck }) => (
  <Notice kind={allowed ? 'good' : 'bad'}>
    <p>
      <strong>{allowed ? 'Allowed' : 'Denied'}</strong>
    </p>
    <p>{why}</p>
    {remedies.map((remedy) => (
      <p key={remedy} class="soft">
        {remedy}
      </p>
    ))}
  </Notice>
);
