import { Fn, Token } from 'cdktf';

/** One statement of an IAM policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  /** Absent in trust policies only. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** An IAM policy as JSON. A list that is known when Terraform runs only becomes JSON there. */
export function policyDocument(statements: readonly Statement[]): string {
  const lists: string[] = [];
  const json = JSON.stringify({ Version: '2012-10-17', Statement: statements }, (_, value: unknown) => {
    if (!Array.isArray(value) || !Token.isUnresolved(value)) return value;
    const list = Fn.jsonencode(value);
    lists.push(list);
    return list;
  });
  return lists.reduce((text, list) => text.replace(`"${list}"`, () => list), json);
}

/**
 * A resource of a policy as Terraform must write it to leave IAM's variables alone. Both write `${...}`: what has a colon
 * after its first name, such as `${aws:userid}`, is IAM's.
 */
export function keepPolicyVariables(resource: string): string {
  return resource.replace(/(?<!\$)\$\{(?=[\w.-]+:(?!:))/g, '$$$${');
}
