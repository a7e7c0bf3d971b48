import { type HttpApiIntegration } from '../integration';
import { type MappedValue } from '../request-value';
import { serviceIntegration, type ServiceOptions } from './service';

export interface GetConfigurationOptions extends ServiceOptions {
  /** Such as `AppconfigApplication` of the provider. */
  readonly application: { readonly id: string; readonly arn: string };
  /** Such as `AppconfigEnvironment` of the provider. */
  readonly environment: { readonly environmentId: string; readonly arn: string };
  /** Such as `AppconfigConfigurationProfile` of the provider. */
  readonly profile: { readonly configurationProfileId: string; readonly arn: string };
  /** Who asks: AppConfig gives a client the same version throughout a rollout. */
  readonly clientId: MappedValue;
}

/** Answers with a configuration of AppConfig. */
export function getConfiguration(options: GetConfigurationOptions): HttpApiIntegration {
  const { application, clientId, environment, profile } = options;
  return serviceIntegration(
    {
      subtype: 'AppConfig-GetConfiguration',
      parameters: {
        Application: application.id,
        Environment: environment.environmentId,
        Configuration: profile.configurationProfileId,
        ClientId: clientId,
      },
      permission: {
        sid: 'GetConfiguration',
        actions: ['appconfig:GetConfiguration'],
        resources: [application.arn, environment.arn, profile.arn],
      },
    },
    options,
  );
}
