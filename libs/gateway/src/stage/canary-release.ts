import { createHash } from 'node:crypto';
import { type CanaryComment, type CanaryRecord } from '@gatehouse/checks';
import { canaryRecordOf } from '@gatehouse/construct-kit';
import { type IResolveContext } from 'cdktf';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type CanaryOptions } from './canary';

/** Triggers of a deployment of what the code says, made at synthesis. */
export type Triggers = (context: IResolveContext) => Record<string, string>;

type Variables = Readonly<Record<string, string>>;

interface Version {
  readonly triggers: Record<string, string>;
  readonly version: string;
  readonly audience: CanaryComment['audience'];
}

/**
 * Who gets what the code says, by what the environment keeps: everyone once it was promoted, nobody once it was taken back,
 * and those who get the canary otherwise.
 */
export class CanaryRelease {
  private readonly record: CanaryRecord;
  private known?: Version;

  constructor(
    scope: Construct,
    private readonly api: ApiContext,
    readonly canary: CanaryOptions,
    private readonly triggersOf: Triggers,
  ) {
    this.record = canaryRecordOf(scope, `aws_api_gateway_stage.${api.terraformName}`);
  }

  triggers(context: IResolveContext): Record<string, string> {
    return this.at(context).triggers;
  }

  audience(context: IResolveContext): CanaryComment['audience'] {
    // Whatever becomes of it, references between stacks are found in it.
    return context.preparing ? 'some' : this.at(context).audience;
  }

  /** Variables of everyone: those of the stage, and what was promoted of the canary's. */
  variables(ofStage: Variables | undefined): Variables | undefined {
    const { variables: overrides = {} } = this.canary;
    const promoted = Object.entries(this.record.variables ?? {}).filter(([name]) => name in overrides);
    return promoted.length === 0 ? ofStage && { ...ofStage } : { ...ofStage, ...Object.fromEntries(promoted) };
  }

  comment(context: IResolveContext): CanaryComment {
    const { audience, version } = this.at(context);
    const { percentTraffic, variables } = this.canary;
    const addresses = [this.api.terraformName, this.api.partName('canary')];
    const [everyone = '', canary = ''] = addresses.map((name) => `aws_api_gateway_deployment.${name}`);
    return {
      api: this.api.apiName,
      version,
      audience,
      percentTraffic,
      ...(variables && { variables: { ...variables } }),
      deployments: { everyone, canary },
    };
  }

  /** Made once in each synthesis, of which the first pass, to find references between stacks, comes before. */
  private at(context: IResolveContext): Version {
    if (context.preparing) this.known = undefined;
    return (this.known ??= this.versionAt(context));
  }

  private versionAt(context: IResolveContext): Version {
    const triggers = this.triggersOf(context);
    const version = versionOf(triggers['configuration']!, this.canary.variables);
    const { everyone, takenBack } = this.record;
    const audience = version === everyone ? 'everyone' : version === takenBack ? 'nobody' : 'some';
    return { triggers, version, audience };
  }
}

/** Variables of the canary alone make it another version. */
function versionOf(configuration: string, variables: Variables = {}): string {
  const names = Object.keys(variables).sort();
  if (names.length === 0) return configuration;
  const text = JSON.stringify([configuration, ...names.map((name) => [name, variables[name]])]);
  return createHash('sha256').update(text).digest('hex');
}
