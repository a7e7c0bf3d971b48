/** The region that an ARN names; undefined where Terraform alone knows it, and of a bucket, whose ARN has none. */
export const regionIn = (arn: string): string | undefined => partOf(arn, 3, /^[a-z]{2}(-[a-z]+)+-\d$/);

/** The account that an ARN names, 12 digits; undefined where Terraform alone knows it. */
export const accountIn = (arn: string): string | undefined => partOf(arn, 4, /^\d{12}$/);

function partOf(arn: string, index: number, form: RegExp): string | undefined {
  const part = arn.split(':')[index] ?? '';
  return form.test(part) ? part : undefined;
}

/** What calls of a service name a thing by: its name alone is looked for in the account of the API. */
export function nameOrArn({ arn, name }: { readonly arn: string; readonly name: string }, own: string | undefined) {
  const account = accountIn(arn);
  return account === undefined || account === own ? name : arn;
}
