import { type RoleCredentials } from '../../emulator/caller';
import { EmulatorRefusal } from '../../emulator/internal';
import { type SigningKeys } from '../../sigv4';
import { messageOf } from '../errors';
import { sendSigned, type ServiceAnswer, type ServiceRequest } from './send';

/** Where AWS services answer, and with which credentials integrations call them. */
export interface ServicesAws {
  /** `http://127.0.0.1:4599` */
  readonly endpoint: string;
  /**
   * Credentials of a role, as API Gateway gets them of STS.
   *
   * @default - no integration may call an AWS service
   * @param sourceArn of the method that is called
   * @throws EmulatorRefusal when the role does not exist, or does not trust API Gateway for that source
   */
  readonly credentialsOfRole?: (roleArn: string, sourceArn: string) => Promise<RoleCredentials>;
}

/** The service was not asked: its role may not be taken, or nothing answers. */
export class ServiceNotCalledError extends Error {
  constructor(
    message: string,
    readonly why: 'role' | 'unreachable',
  ) {
    super(message);
  }
}

/** AWS services as integrations call them: with the credentials of a role, whose policies the emulator holds them to. */
export class Services {
  constructor(private readonly aws?: ServicesAws) {}

  /** False: there is no emulator to ask, or it gives nobody's credentials. */
  get available(): boolean {
    return this.aws?.credentialsOfRole !== undefined;
  }

  /**
   * @param sourceArn of the API or its method: conditions of the role's trust policy may name it
   * @throws ServiceNotCalledError
   */
  async call(
    request: ServiceRequest,
    roleArn: string,
    sourceArn: string,
    signal?: AbortSignal,
  ): Promise<ServiceAnswer> {
    return this.callWith(request, await this.credentials(roleArn, sourceArn), signal);
  }

  /** The same with credentials that are there. @throws ServiceNotCalledError */
  async callWith(request: ServiceRequest, keys: SigningKeys, signal?: AbortSignal): Promise<ServiceAnswer> {
    const endpoint = this.aws?.endpoint ?? '';
    return sendSigned(endpoint, request, keys, signal).catch((error: unknown) => {
      const what = `${request.service} does not answer at ${endpoint}`;
      throw new ServiceNotCalledError(`${what}: ${messageOf(error)}`, 'unreachable');
    });
  }

  /** @throws ServiceNotCalledError */
  async credentials(roleArn: string, sourceArn: string): Promise<RoleCredentials> {
    if (!this.aws?.credentialsOfRole) {
      throw new ServiceNotCalledError('no emulator gives credentials of roles here', 'role');
    }
    return this.aws.credentialsOfRole(roleArn, sourceArn).catch((error: unknown) => {
      if (!(error instanceof EmulatorRefusal)) throw new ServiceNotCalledError(messageOf(error), 'unreachable');
      throw new ServiceNotCalledError(`the role of the integration cannot be used: ${error.message}`, 'role');
    });
  }
}
