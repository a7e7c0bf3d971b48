import { compareContracts } from './compare-contracts';
import { printContract } from './print-contract';

const contract = (changes: { operation?: object; schema?: object; paths?: object } = {}) => ({
  openapi: '3.0.3',
  info: { title: 'reports', version: '1' },
  paths: {
    '/reports': {
      post: {
        parameters: [{ name: 'draft', in: 'query', required: false, schema: { type: 'string' } }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/New' } } },
        },
        responses: { 201: { description: 'made' } },
        ...changes.operation,
      },
    },
    ...changes.paths,
  },
  components: {
    schemas: { New: { type: 'object', properties: { title: { type: 'string', maxLength: 200 } }, ...changes.schema } },
  },
});
const health = { '/health': { get: { responses: { 200: { description: 'ok' } } } } };

describe('a contract', () => {
  it('breaks callers where an operation is gone', () => {
    expect(compareContracts(contract({ paths: health }), contract())).toEqual({
      breaking: ['[Removed] operation GET /health'],
      added: [],
    });
  });

  it('breaks callers where a request must hold more, or may hold less', () => {
    const required = [{ name: 'draft', in: 'query', required: true, schema: { type: 'string' } }];
    const narrower = { required: ['title'], properties: { title: { type: 'string', maxLength: 20 } } };

    expect(compareContracts(contract(), contract({ operation: { parameters: required } })).breaking).toEqual([
      '[Added] required status to required query parameter `draft`',
    ]);
    expect(compareContracts(contract(), contract({ schema: narrower })).breaking).toEqual([
      '[Replaced] maxLength validator of `title` in Request Body content (application/json)',
      '[Added] required status to `title` in Request Body content (application/json)',
    ]);
  });

  it('breaks nobody with a new operation, or with other words', () => {
    expect(compareContracts(contract(), contract({ paths: health }))).toEqual({
      breaking: [],
      added: ['[Added] operation GET /health'],
    });
    expect(compareContracts(contract(), contract({ operation: { description: 'Makes a report' } }))).toEqual({
      breaking: [],
      added: [],
    });
  });

  it('breaks callers where the API is gone', () => {
    expect(compareContracts(contract(), undefined).breaking).toEqual(['[Removed] the API']);
    expect(compareContracts(undefined, contract())).toEqual({ breaking: [], added: ['[Added] the API'] });
  });

  it('is printed for people', () => {
    const apis = [
      { api: 'api/api', environments: ['dev', 'prod'], breaking: ['[Removed] operation GET /me'], added: [] },
    ];

    expect(printContract({ base: '0123456789abcdef', apis, notes: [] })).toBe(
      'Contracts of APIs changed since 0123456789ab:\n' +
        'api/api of dev, prod: breaks callers\n' +
        '  breaking  [Removed] operation GET /me',
    );
    expect(printContract({ base: '0123456789abcdef', apis: [], notes: [] })).toContain('  none');
  });
});
