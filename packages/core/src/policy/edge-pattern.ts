import { nearest } from '@carelint/policy-schema';
import { EDGE_EVENTS, type EdgeEvent } from '../model/step.js';
import { eventCode } from '../link/service-graph.js';
import type { Route } from '../source/source.js';
import type { Environment } from './environment.js';
import { compileSaying } from './saying.js';
import { compileStepPattern, MOST_NAMES } from './step-pattern.js';
import { every, NO, opposite, some, truth } from './truth.js';
import { EVERY_EVENT, NO_ORIGIN, type EdgeTest, type EventSet } from './view.js';

const EVENTS: ReadonlySet<string> = new Set(EDGE_EVENTS);
const KEYS = ['on', 'of', 'says', 'not'] as const;

/** A test that the event decides. */
const ofEvents = (events: EventSet): EdgeTest => ({
  events,
  decided: true,
  compute: (view, edge) => truth(((events >>> view.graph.graph.event[edge]!) & 1) === 1),
});

/** All edges but those of a platform that fails: what a journey goes along unless the rule says otherwise. */
export const NOT_FAULT: EdgeTest = ofEvents(EVERY_EVENT & ~(1 << eventCode('fault')));

/** Compiles an edge pattern: an event or a named set of them; a list, of which any one is enough; or a map of `on`, `of`, `says`, `not`. */
export const compileEdgePattern = (env: Environment, raw: unknown, route: Route, open: readonly string[] = []): EdgeTest => {
  const key = JSON.stringify(raw);
  const known = env.internedEdges.get(key);
  if (known !== undefined) return known;
  const made = compile(env, raw, route, open);
  env.internedEdges.set(key, made);
  return made;
};

const compile = (env: Environment, raw: unknown, route: Route, open: readonly string[]): EdgeTest => {
  if (typeof raw === 'string') return compileName(env, raw, route, open);
  if (Array.isArray(raw)) {
    const tests = raw.map((item, i) => compileEdgePattern(env, item, [...route, i], open));
    const events = tests.reduce((all, test) => all | test.events, 0);
    if (tests.every(({ decided }) => decided)) return ofEvents(events);
    return { events, decided: false, compute: (view, edge) => some(tests, (test) => view.askEdge(test, edge)) };
  }
  if (typeof raw !== 'object' || raw === null)
    return env.fault(route, 'An edge pattern is an event, a named set, a list of them, or a block of `on`, `of`, `says`, `not`.');
  return compileMap(env, raw as Record<string, unknown>, route, open);
};

const compileName = (env: Environment, name: string, route: Route, open: readonly string[]): EdgeTest => {
  if (name === 'every') return ofEvents(EVERY_EVENT);
  if (EVENTS.has(name)) return ofEvents(1 << eventCode(name as EdgeEvent));
  if (Object.hasOwn(env.names.edges, name)) {
    if (open.includes(name)) return env.fault(route, `The set of edges \`${name}\` is defined by itself.`);
    if (open.length >= MOST_NAMES) return env.fault(route, `The set of edges \`${name}\` is defined by way of more than ${MOST_NAMES} others.`);
    return compileEdgePattern(env, env.names.edges[name], route, [...open, name]);
  }
  const known = [...EDGE_EVENTS, ...Object.keys(env.names.edges)];
  const close = nearest(name, known);
  return env.fault(
    route,
    `There is no event and no set of edges called \`${name}\`.${close === undefined ? ` Known: ${known.join(', ')}.` : ` Did you mean \`${close}\`?`}`,
  );
};

const compileMap = (env: Environment, raw: Record<string, unknown>, route: Route, open: readonly string[]): EdgeTest => {
  const parts: EdgeTest['compute'][] = [];
  let events = EVERY_EVENT;
  for (const key of Object.keys(raw)) {
    if ((KEYS as readonly string[]).includes(key)) continue;
    const close = nearest(key, KEYS);
    env.fault(
      [...route, key],
      `\`${key}\` is not known in an edge pattern.${close === undefined ? ` Known: ${KEYS.join(', ')}.` : ` Did you mean \`${close}\`?`}`,
    );
  }
  if (raw['on'] !== undefined) {
    const on = compileEdgePattern(env, raw['on'], [...route, 'on'], open);
    events = on.events;
    if (!on.decided) parts.push((view, edge) => view.askEdge(on, edge));
  }
  if (raw['of'] !== undefined) {
    const step = compileStepPattern(env, raw['of'], [...route, 'of']);
    if (step.same.size > 0) env.fault([...route, 'of'], '`same` cannot be used in an edge pattern.');
    parts.push((view, edge) => view.ask(step, view.graph.graph.from[edge]!, NO_ORIGIN));
  }
  if (raw['says'] !== undefined) {
    const saying = compileSaying(env, raw['says'], [...route, 'says']);
    parts.push((view, edge) => {
      const text = view.graph.labels[edge];
      const { language } = view.artefact(view.graph.graph.from[edge]!);
      return text === undefined ? NO : env.words.says(language === undefined ? { text } : { text, language }, saying);
    });
  }
  if (raw['not'] !== undefined) {
    const denied = compileEdgePattern(env, raw['not'], [...route, 'not'], open);
    if (denied.decided) events &= ~denied.events;
    else parts.push((view, edge) => opposite(view.askEdge(denied, edge)));
  }
  if (parts.length === 0) return ofEvents(events);
  return { events, decided: false, compute: (view, edge) => every(parts, (part) => part(view, edge)) };
};
