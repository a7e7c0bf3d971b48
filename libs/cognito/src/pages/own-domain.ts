import { type CognitoUserPoolDomain } from '@cdktf/provider-aws/lib/cognito-user-pool-domain';
import { DataAwsRoute53Records } from '@cdktf/provider-aws/lib/data-aws-route53-records';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { check, nameInTerraform } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type Construct } from 'constructs';

/**
 * The records of the parent of a domain, as they are in AWS. The plan fails where there is no A record: Cognito would refuse the domain
 * after minutes.
 *
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
 */
export function parentRecord(scope: Construct, name: string, domainName: string, zoneId: string) {
  const parent = parentOf(domainName);
  const records = new DataAwsRoute53Records(scope, 'parent', {
    zoneId,
    ...(!Token.isUnresolved(domainName) && { nameRegex: `^${parent.replaceAll('.', '\\.')}\\.?$` }),
  });
  nameInTerraform(records, `${name}_parent`);
  if (!Token.isUnresolved(domainName)) {
    records.lifecycle = {
      postcondition: [
        {
          condition: '${length([for record in self.resource_record_sets : record if record.type == "A"]) > 0}',
          errorMessage:
            `${scope.node.path}, domainName: expected an A record of ${parent}, the parent of ${domainName}, found ` +
            'none in its hosted zone. Cognito refuses the domain without one. Add the record; it may point anywhere.',
        },
      ],
    };
  }
  return records;
}

/** @throws ConstructError for a name directly below a top-level domain, which has no A record. */
export function checkParent(construct: Construct, domainName: string): void {
  check(construct, Token.isUnresolved(domainName) || parentOf(domainName).includes('.'), {
    prop: 'domainName',
    expected: `a name below a domain of yours, such as auth.${domainName}`,
    found: domainName,
    fix: 'Choose a name below it: Cognito asks for an A record of the parent, and a top-level domain has none',
  });
}

const parentOf = (domainName: string): string => domainName.slice(domainName.indexOf('.') + 1);

/** Makes the name point to the pages. */
export function pointTo(scope: Construct, name: string, domain: CognitoUserPoolDomain, zoneId: string): void {
  const record = new Route53Record(scope, 'record', {
    zoneId,
    name: domain.domain,
    type: 'A',
    alias: {
      name: domain.cloudfrontDistribution,
      zoneId: domain.cloudfrontDistributionZoneId,
      evaluateTargetHealth: false,
    },
  });
  nameInTerraform(record, name);
}
