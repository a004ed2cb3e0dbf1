// One run, several reports; and what there is to know about the rules.
import { explain, lint, rules } from 'carelint';

const result = await lint({ keepFlows: true });
const page = await result.render('html');
const sarif = JSON.parse(await result.render('sarif'));
console.log(`The page begins with ${page.slice(0, 15)}, and SARIF ${sarif.version} holds ${sarif.runs[0].results.length} results.`);

for (const id of new Set(result.report.findings.map(({ rule }) => rule))) {
  const { title, inForce } = rules().find((rule) => rule.id === id);
  console.log(`\n${title}: ${inForce} here.`);
  console.log(explain(id).split('\n').slice(2, 4).join('\n'));
}
