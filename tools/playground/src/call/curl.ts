import { type CallRequest } from './request';

/** The same request for a POSIX shell, one option a line. */
export function curlOf({ body, headers, method, signer, url }: CallRequest): string {
  const options = [
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`-X ${quoted(method)}`]),
    ...(signer
      ? [
          `--aws-sigv4 ${quoted(`aws:amz:${signer.region}:execute-api`)}`,
          `--user ${quoted(`${signer.accessKeyId}:${signer.secretAccessKey}`)}`,
          `-H ${quoted(`X-Amz-Security-Token: ${signer.sessionToken}`)}`,
        ]
      : []),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  return [`curl -i ${quoted(url)}`, ...options].join(' \\\n  ');
}

/** As one word, whatever is in it. */
const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
