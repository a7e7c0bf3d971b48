import { useState } from 'preact/hooks';
import { type SentCode } from '../../contract';
import { getCodes } from '../../server/client';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';

interface SentCodeProps {
  readonly poolId: string;
  readonly username: string;
  readonly onCode: (code: string) => void;
}

/** The newest code that Cognito would have sent: no mail and no SMS leaves this machine. */
export function SentCodeButton({ poolId, username, onCode }: SentCodeProps) {
  const [code, setCode] = useState<SentCode | null>();
  const task = useTask();
  const show = () =>
    task.run(async () => {
      const { codes } = await getCodes(poolId, username);
      const [newest] = codes;
      setCode(newest ?? null);
      if (newest) onCode(newest.code);
    });
  return (
    <div class="stack">
      <div class="row">
        <button type="button" class="small" onClick={show} disabled={task.busy || username === ''}>
          Use the code that was sent
        </button>
        <span class="soft" role="status">
          {code === null && 'No code was sent to this person.'}
          {code && `${code.code} by ${code.by === 'SMS' ? 'SMS' : 'e-mail'} to ${code.to}`}
        </span>
      </div>
      <Failure error={task.error} />
    </div>
  );
}
