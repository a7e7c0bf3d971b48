/** `GET`, in a colour of its own. */
export const Method = ({ method }: { method: string }) => (
  <span class={`method ${method.toLowerCase()}`}>{method}</span>
);

export function Status({ status }: { status: number }) {
  const kind = status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'in';
  return <span class={`status ${kind}`}>{status}</span>;
}
