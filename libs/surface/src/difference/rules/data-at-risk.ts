import { differenceRule } from '../../findings/rule';
import { placeOf } from '../../model/located';
import { worseSettings } from '../worse-settings';
import { logsWeaker } from './logs-weaker';
import { stateAtRisk } from './state-at-risk';

export const dataAtRisk = differenceRule({
  id: 'data-at-risk',
  severity: 'medium',
  title: 'Data less protected from loss',
  why: 'Only backups, versions, dead-letter queues and deletion protection help after a mistake or an attack.',
  remediation: 'Restore the setting, or make sure that no one needs the data that can be lost.',
  page: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html',
  find: (comparison) => {
    const found = worseSettings('data-at-risk', comparison);
    if (found.length === 0) return [];
    // They say more of it.
    const said = new Set(
      [stateAtRisk, logsWeaker].flatMap(({ find }) => find(comparison)).map(({ at }) => placeOf(at)),
    );
    return found.filter(({ at }) => !said.has(placeOf(at)));
  },
});
