import type { Finding, PackStanding, Report } from '@carelint/core';
import { printable, wrapped } from './printable.js';
import type { Style } from './style.js';
import { counted } from './summary.js';

/** How a pack for a law or standard holds on the day of a run; empty for packs of the house. */
export const standingText = ({ standing, inForceFrom, adaptBy, inForceUntil }: PackStanding): string => {
  switch (standing) {
    case 'house':
      return '';
    case 'voluntary':
      return 'a standard, not a law';
    case 'in-force':
      if (adaptBy !== undefined) return `in force, to be met since ${adaptBy}`;
      return inForceFrom === undefined ? 'in force' : `in force since ${inForceFrom}`;
    case 'to-be-met':
      return `to be met by ${adaptBy ?? ''}, advice until then`;
    case 'coming':
      return inForceFrom === undefined ? 'not in force, advice only' : `in force from ${inForceFrom}, advice until then`;
    case 'over':
      return inForceUntil === undefined ? 'no longer in force, advice only' : `in force until ${inForceUntil}, advice since then`;
  }
};

/** The packs of a report that stand for a law or a standard. */
const lawsOf = ({ packs }: Pick<Report, 'packs'>): readonly PackStanding[] => packs.filter(({ standing }) => standing !== 'house');

/** How the laws and standards that ask for a finding are named beside it. One that asks more quietly than the finding speaks is told with its level. */
export const lawsBehind = (finding: Pick<Finding, 'packs' | 'level'>, report: Pick<Report, 'packs'>): readonly string[] =>
  lawsOf(report).flatMap((law) => {
    const asking = finding.packs?.find(({ pack }) => pack === law.pack);
    if (asking === undefined) return [];
    const until = law.standing === 'to-be-met' ? law.adaptBy : law.standing === 'coming' ? law.inForceFrom : undefined;
    if (until !== undefined) return [`${law.pack} (advice until ${until})`];
    return [asking.level === finding.level ? law.pack : `${law.pack} (${asking.level})`];
  });

const sentenceOf = (pack: PackStanding): string => {
  const found = pack.findings === 0 ? 'no pattern of this pack was found' : counted(pack.findings, 'finding');
  const old = pack.checkedLongAgo === true ? ` Last compared with its source on ${pack.checkedOn ?? ''}: look whether it still holds.` : '';
  const open = pack.unknown === 0 ? '' : `; ${counted(pack.unknown, 'question')} left open`;
  return `${pack.pack} (${standingText(pack)}): ${found}${open}.${old}`;
};

/** What was found for each law and standard, a sentence each. */
export const lawSentences = (report: Report): readonly string[] => lawsOf(report).map(sentenceOf);

/** What was found for each law and standard. Silence is told as what it is: no known pattern. */
export const lawLines = (report: Report, width: number, style: Style): readonly string[] => {
  const laws = lawSentences(report);
  if (laws.length === 0) return [];
  return [
    style.bold('Laws and standards'),
    ...laws.flatMap((sentence) => wrapped(printable(sentence), width - 4).map((line, index) => `  ${index === 0 ? '' : '  '}${line}`)),
    style.dim('  No legal advice: a pack looks for some patterns, and a law asks for more.'),
    '',
  ];
};
