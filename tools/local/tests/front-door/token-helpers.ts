import { type Door, post } from './door';

export const token = ({ url }: Door, form: Record<string, string>, headers: Record<string, string> = {}) =>
  post(`${url}/oauth2/token`, form, headers);

export const fails = async (answer: ReturnType<typeof post>, error: string) => {
  const { body, status } = await answer;
  expect([status, body]).toEqual([400, { error }]);
};
