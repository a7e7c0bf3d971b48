import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { apis } from '../../testing/refusals/apis';
import { attributes } from '../../testing/refusals/attributes';
import { ELSEWHERE, type RefusalCase, type Resources } from '../../testing/refusals/case';
import { clients } from '../../testing/refusals/clients';
import { domains } from '../../testing/refusals/domains';
import { identityPools } from '../../testing/refusals/identity-pools';
import { quotas } from '../../testing/refusals/quotas';
import { senders } from '../../testing/refusals/senders';
import { signIn } from '../../testing/refusals/sign-in';
import { inTwoStacks } from '../../testing/refusals/two-stacks';
import { userPools } from '../../testing/refusals/user-pools';
import { evaluateRules } from '../findings/evaluate-rules';
import { surfaceFromSynth } from '../surface-from-synth';
import { refusalRules } from './refusal';

const cases: readonly RefusalCase[] = [
  ...userPools,
  ...attributes,
  ...clients,
  ...domains,
  ...senders,
  ...signIn,
  ...identityPools,
  ...quotas,
  ...apis,
];
const refusals = (resource: unknown, region?: string) =>
  evaluateRules(refusalRules, surfaceFromSynth([{ resource, provider: { aws: [{ region }, ELSEWHERE] } }]));
const said = (resource: unknown, region?: string) =>
  refusals(resource, region).map(({ rule, message }) => `${rule}: ${message}`);

describe.each(cases.map((each) => [each.rule, each.says, each] as const))(
  '%s: %s',
  (rule, says, { broken, valid, region }) => {
    it('is said of what AWS refuses, and of nothing else', () => {
      expect(said(broken, region)).toEqual([`${rule}: ${says}`]);
    });

    it('is said, and not said, of the same where the user pool is in another stack', () => {
      const saidApart = (resources: Resources) =>
        evaluateRules(refusalRules, surfaceFromSynth(inTwoStacks(resources, { aws: [{ region }, ELSEWHERE] }))).map(
          (found) => `${found.rule}: ${found.message}`,
        );
      expect(saidApart(broken)).toEqual([`${rule}: ${says}`]);
      expect(saidApart(valid)).toEqual([]);
    });

    it('is not said of its valid twin', () => {
      expect(said(valid, region)).toEqual([]);
    });

    it('is not said of a value that is known after apply', () => {
      const places = leaves(valid).slice(0, 30);
      expect(places.length).toBeGreaterThan(0);
      for (const place of places) expect([place, said(withToken(valid, place), region)]).toEqual([place, []]);
    });

    it('is the most that is said of the refused one when a value is known after apply, and not when that value decides', () => {
      const known = leaves(broken).slice(0, 30);
      const tokens = known.map((place) => [place, said(withToken(broken, place), region)] as const);
      expect(tokens.flatMap(([, found]) => found).filter((each) => !each.startsWith(`${rule}: `))).toEqual([]);
      const different = known.filter((place) => ![at(broken, place), undefined].includes(at(valid, place)));
      const [decides] = different;
      if (decides === undefined || different.length > 1 || leaves(valid).length !== leaves(broken).length) return;
      expect(said(withToken(broken, decides), region)).toEqual([]);
    });
  },
);

describe('refusal rules', () => {
  it('are each in the file of their name', () => {
    const files = readdirSync(join(__dirname, 'rules')).filter((file) => file !== 'index.ts');
    expect(refusalRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('have a case each', () => {
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(refusalRules.map(({ id }) => id).sort());
  });

  it('name a page of AWS, or of Terraform where that refuses it', () => {
    for (const { id, page } of refusalRules)
      expect([id, page]).toEqual([id, expect.stringMatching(/^https:\/\/(docs\.aws\.|developer\.hashicorp\.com)/)]);
  });

  it('find nothing where nothing is', () => {
    expect(refusals({})).toEqual([]);
  });
});

type Place = readonly (string | number)[];

/** Every value of an argument, by the way to it; references to other resources stay. */
function leaves(value: unknown, place: Place = []): Place[] {
  if (typeof value === 'string' && value.startsWith('${')) return [];
  if (typeof value !== 'object' || value === null) return [place];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...place, Array.isArray(value) ? Number(key) : key]),
  );
}

const at = (value: unknown, place: Place): unknown =>
  place.reduce((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);

function withToken(value: unknown, [step, ...rest]: Place): unknown {
  if (step === undefined) return '${data.external.later.result}';
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as Resources) };
  const inner = (value as Record<string | number, unknown>)[step];
  return Object.assign(copy, { [step]: withToken(inner, rest) });
}
