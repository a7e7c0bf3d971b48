import { signal } from '@preact/signals';
import { type PlaygroundData } from '../contract';
import { filterRoutes } from '../picture/filter';
import { own } from '../state';
import { Field, Select } from '../ui/field';
import { Panel } from '../ui/panel';
import { Segments } from '../ui/segments';
import { NotServedPanel } from './access/not-served';
import { PictureView } from './access/picture-view';
import { TableView } from './access/table-view';

const filter = signal('');
const shape = signal<'picture' | 'table'>('picture');
const apiId = signal('');

/** Every route, and who may call it. */
export function Access({ data }: { data: PlaygroundData }) {
  const api = data.apis.find(({ id }) => id === apiId.value) ?? data.apis[0];
  return (
    <>
      {api === undefined ? (
        <Panel title="No API">
          <p>This environment has no REST API. Add one in libs/stacks, and it appears here.</p>
        </Panel>
      ) : (
        <Panel title="Who may call what" aside={<Shape />}>
          <div class="tools">
            {data.apis.length > 1 && (
              <Select
                label="API"
                value={api.id}
                options={data.apis.map(({ id, name }) => ({ value: id, label: name }))}
                onValue={(id) => (apiId.value = id)}
              />
            )}
            <Field
              label="Filter"
              value={filter.value}
              onValue={(text) => (filter.value = text)}
              required={false}
              autocomplete="off"
            />
          </div>
          <Shown data={data} api={api} />
        </Panel>
      )}
      {data.notServed.length > 0 && <NotServedPanel apis={data.notServed} />}
    </>
  );
}

function Shown({ data, api }: { data: PlaygroundData; api: PlaygroundData['apis'][number] }) {
  const routes = filterRoutes(api, data.principals, filter.value);
  const may = new Set(api.routes.flatMap(({ principals }) => principals));
  // Those of other APIs would only be in the way; those of this page's person never are.
  const principals = data.principals.filter(({ id, kind }) => may.has(id) || own.value.has(id) || kind === 'anyone');
  return (
    <>
      <p class="soft" role="status">
        {routes.length === api.routes.length
          ? `${api.routes.length} ${api.routes.length === 1 ? 'route' : 'routes'}`
          : `${routes.length} of ${api.routes.length} routes`}
        {shape.value === 'picture' && routes.length > 0 && `. ${HINT}`}
        {shape.value === 'picture' && own.value.size > 0 && ' A dot marks you.'}
      </p>
      {shape.value === 'picture' ? (
        <PictureView principals={principals} routes={routes} own={own.value} api={api.name} />
      ) : (
        <TableView principals={data.principals} routes={routes} own={own.value} />
      )}
    </>
  );
}

const HINT = 'Choose who calls to see only theirs, or a route to call it.';

const Shape = () => (
  <Segments
    label="Show as"
    value={shape.value}
    options={[
      { value: 'picture', label: 'Picture' },
      { value: 'table', label: 'Table' },
    ]}
    onValue={(value) => (shape.value = value)}
  />
);
