import { evaluate } from '@gatehouse/policy';
import { type Role, type Surface } from '@gatehouse/surface';
import { type RoleCredentials } from '../../emulator/caller';
import { signedHeaders } from '../../sigv4';
import { messageOf } from '../errors';
import { documentOf } from '../iam';

/** A request to an AWS service, before it is signed. */
export interface ServiceRequest {
  /** As in signatures: `sqs`, `states`. */
  readonly service: string;
  readonly region: string;
  readonly method: string;
  /** Percent-encoded, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Where AWS services answer, and with which credentials integrations call them. */
export interface ServicesAws {
  readonly endpoint: string;
  /** @default - no integration may call an AWS service */
  readonly credentialsOfRole?: (roleArn: string, sessionName: string) => Promise<RoleCredentials>;
}

/** The service was not asked: its role may not be taken, or nothing answers. */
export class ServiceNotCalledError extends Error {}

/** AWS services as integrations call them: with the credentials of a role, whose policies the emulator holds them to. */
export class Services {
  private roles: readonly Role[] = [];

  constructor(private readonly aws?: ServicesAws) {}

  load({ roles }: Pick<Surface, 'roles'>): void {
    this.roles = roles;
  }

  /**
   * @param sourceArn of the API: conditions of the role's trust policy may name it
   * @throws ServiceNotCalledError
   */
  async call(request: ServiceRequest, roleArn: string, sourceArn: string): Promise<ServiceAnswer> {
    const keys = await this.credentials(roleArn, sourceArn);
    const { body, headers, method, path, region, service } = request;
    const url = `${this.aws?.endpoint}${path}`;
    const signed = await signedHeaders(url, { method, headers: { ...headers }, body }, { keys, region, service });
    try {
      const response = await fetch(url, { method, headers: signed, body, redirect: 'manual' });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { status: response.status, headers: [...response.headers], body: bytes };
    } catch (error) {
      throw new ServiceNotCalledError(`${service} does not answer at ${url}: ${messageOf(error)}`);
    }
  }

  private async credentials(roleArn: string, sourceArn: string): Promise<RoleCredentials> {
    const role = this.roles.find(({ arn }) => arn === roleArn);
    if (role && !trusts(role, sourceArn)) {
      throw new ServiceNotCalledError(
        `the trust policy of role ${role.name} does not let apigateway.amazonaws.com assume it`,
      );
    }
    if (!this.aws?.credentialsOfRole) throw new ServiceNotCalledError('no emulator gives credentials of roles here');
    return this.aws.credentialsOfRole(roleArn, 'BackplaneAssumeRoleSession').catch((error: unknown) => {
      throw new ServiceNotCalledError(`there are no credentials of role ${roleArn}: ${messageOf(error)}`);
    });
  }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html */
function trusts({ arn, name, trust }: Role, sourceArn: string): boolean {
  const { verdict } = evaluate(
    {
      principal: { type: 'service', service: 'apigateway.amazonaws.com' },
      action: 'sts:AssumeRole',
      resource: arn,
      context: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': sourceArn.split(':')[4] },
    },
    { resource: { name: `trust policy of role ${name}`, document: documentOf(trust) } },
  );
  return verdict === 'allowed';
}
