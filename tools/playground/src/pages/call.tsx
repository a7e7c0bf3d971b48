import { useEffect, useState } from 'preact/hooks';
import { type Api, type PlaygroundData, type Route } from '../contract';
import { allShown } from '../call/shown';
import { type Outcome } from '../call/send';
import { session } from '../session/session';
import { own } from '../state';
import { Panel } from '../ui/panel';
import { view } from '../view';
import { OutcomeView, VerdictNotice } from './call/outcome-view';
import { RequestForm } from './call/request-form';
import { RouteChoice } from './call/route-choice';
import { TryEveryone } from './call/try-everyone';

/** Calls a route with the right, the wrong and no token. */
export function CallPage({ data }: { data: PlaygroundData }) {
  const place = placeOf(data, view.value.part);
  if (place === undefined) {
    return (
      <Panel title="No route">
        <p>This environment has no route that can be called here.</p>
      </Panel>
    );
  }
  const { part } = view.value;
  const gone = part !== undefined && part !== place.route.key;
  return (
    <>
      {gone && <p role="alert">{part} is not there any more. This is another route.</p>}
      <RouteCall data={data} {...place} />
    </>
  );
}

interface Place {
  readonly api: Api;
  readonly route: Route;
}

function placeOf({ apis }: PlaygroundData, key: string | undefined): Place | undefined {
  const all = apis.flatMap((api) => api.routes.map((route) => ({ api, route })));
  return all.find(({ route }) => route.key === key) ?? all[0];
}

function RouteCall({ data, api, route }: Place & { data: PlaygroundData }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const shown = allShown({ data, session: session.value, route, own: own.value });
  // What was answered before a reload, or by another route, says nothing about this one.
  useEffect(() => setOutcome(undefined), [data.revision, route.key]);
  return (
    <>
      <div class="columns">
        <Panel title="Request">
          <RouteChoice data={data} route={route} />
          {data.page.closedTo.includes(api.name) && (
            <p class="help">
              CORS of this API does not list {data.page.origin}, so the browser keeps its answers from this page. The
              reason is shown all the same.
            </p>
          )}
          <RequestForm key={route.key} data={data} api={api} route={route} shown={shown} onOutcome={setOutcome} />
        </Panel>
        <Panel title="Answer">
          <div role="status">
            {outcome ? <VerdictNotice outcome={outcome} /> : <p class="soft">Nothing was sent yet.</p>}
          </div>
          {outcome && <OutcomeView outcome={outcome} />}
        </Panel>
      </div>
      <TryEveryone key={route.key} data={data} api={api} route={route} shown={shown} />
    </>
  );
}
