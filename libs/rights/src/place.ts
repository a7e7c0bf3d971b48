/** Where an environment is, for ARNs, names and conditions. */
export interface Place {
  readonly environment: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Beginning of every name that the environment gives, such as `gatehouse-dev-`. */
  readonly prefix: string;
  /** ARN of the boundary of roles that its deploys make. */
  readonly boundaryArn: string;
}

/** A text with `{partition}`, `{region}`, `{account}` and `{prefix}` filled in. */
export function filled(text: string, place: Place, region = place.region): string {
  return text
    .replaceAll('{partition}', place.partition)
    .replaceAll('{region}', region)
    .replaceAll('{account}', place.account)
    .replaceAll('{prefix}', place.prefix);
}
