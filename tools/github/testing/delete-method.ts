import { type Moto } from '@gatehouse/terraform/testing/moto';
import { type Credentials } from './role-source';

/** Deletes a method of the only REST API of an account, as a person in AWS's console does. */
export async function deleteMethod(aws: Moto, { AWS_ACCESS_KEY_ID: key }: Credentials, method: string): Promise<void> {
  const scope = `${key}/20260101/eu-west-1/apigateway/aws4_request`;
  const Authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const ask = async (path: string, verb = 'GET'): Promise<{ item: { id: string }[] }> => {
    const answer = await fetch(`${aws.endpoint}/restapis${path}`, { method: verb, headers: { Authorization } });
    if (!answer.ok) throw new Error(`${verb} /restapis${path}: ${answer.status} ${await answer.text()}`);
    return JSON.parse((await answer.text()) || '{}') as { item: { id: string }[] };
  };
  const api = (await ask('')).item[0]!.id;
  const root = (await ask(`/${api}/resources`)).item[0]!.id;
  await ask(`/${api}/resources/${root}/methods/${method}`, 'DELETE');
}
