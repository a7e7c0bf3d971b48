/**
 * Who holds AWS credentials that can be given permissions: a role, and what it is called here. The guests of an identity pool,
 * the people who are signed in to it and a function are such; a role that is made elsewhere is
 * `{ granteeId: 'reporter', roleName: 'reporter' }`.
 */
export interface IGrantee {
  /** Names it in Terraform and in messages: `people_guest`. */
  readonly granteeId: string;
  /** Name of the role. Undefined: nobody holds it in this environment, so what is granted to it is written nowhere. */
  readonly roleName: string | undefined;
}
