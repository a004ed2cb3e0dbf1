import { jsonWithoutCommands } from '../report/ci-commands.js';
import { printableJson } from '../report/printable.js';
import { version } from '../version.js';
import { missingIn, type Missing } from './measure.js';
import type { Comparison } from './snapshot.js';
import type { Telling } from './telling.js';

const missingOf = ({ points, rule, touchpoint, file, artefact, findings }: Missing) => ({
  points: Math.round(points * 1000) / 1000,
  rule: rule.id,
  ...(rule.promise === undefined ? {} : { promise: rule.promise }),
  ...(touchpoint === undefined ? {} : { touchpoint }),
  ...{ level: rule.level, certainty: rule.certainty, file, artefact },
  findings: findings.map(({ finding: { fingerprint, line, column, message }, accepted }) => ({
    ...{ fingerprint, line, column, message },
    ...(accepted === undefined ? {} : { accepted }),
  })),
});

const comparisonOf = ({ with: other, overall, promises, touchpoints, came, went }: Comparison) => ({
  with: other.label,
  notes: other.notes,
  ...(other.hasScore ? { overall, promises, touchpoints } : {}),
  ...(came === undefined ? {} : { came }),
  ...(went === undefined ? {} : { went }),
});

/** The score for programs, with every point that is missing. */
export const renderScoreJson = ({ date, now, explained, trend, against, notes }: Telling): string => {
  const { overall, promises, touchpoints } = now.score;
  const part = explained?.part ?? { is: 'all' as const };
  const value = {
    tool: { name: 'carelint', version: version() },
    date,
    ...{ overall, promises, touchpoints },
    explained: part.name ?? 'all',
    missing: missingIn(now, part).map(missingOf),
    ...(trend === undefined ? {} : { trend: comparisonOf(trend) }),
    ...(against === undefined ? {} : { against: comparisonOf(against) }),
    notes,
  };
  return `${jsonWithoutCommands(printableJson(JSON.stringify(value, null, 2)))}\n`;
};
