import { type Credentials } from '../../aws/credentials';
import { CodeBlock } from '../../ui/code-block';
import { Countdown } from '../../ui/countdown';
import { Panel } from '../../ui/panel';

export function CredentialsPanel({ credentials, of }: { credentials: Credentials; of: string }) {
  const { accessKeyId, expires, identityId, region, secretAccessKey, sessionToken } = credentials;
  const variables = [
    `export AWS_ACCESS_KEY_ID=${accessKeyId}`,
    `export AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    `export AWS_SESSION_TOKEN=${sessionToken}`,
    `export AWS_REGION=${region}`,
  ].join('\n');
  return (
    <Panel title={`Credentials of ${of}`} aside={<Countdown until={expires} />}>
      <dl class="facts">
        <dt>Identity</dt>
        <dd>
          <code>{identityId}</code>
        </dd>
        <dt>Access key</dt>
        <dd>
          <code>{accessKeyId}</code>
        </dd>
      </dl>
      <CodeBlock
        label="Credentials for a shell"
        text={variables}
        shown={variables.replace(/(SECRET\w*|TOKEN)=.*/g, '$1=…')}
      />
    </Panel>
  );
}
