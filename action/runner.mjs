// How an action speaks with the runner.

/** An input of the action, as the step hands it on: `fail-on` as INPUT_FAIL_ON. */
export const input = (name) => (process.env[`INPUT_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim();

/** The lines of an input, without empty ones. */
export const lines = (name) =>
  input(name)
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether an input that is true or false is true. */
export const isOn = (name) => input(name).toLowerCase() === 'true';

/** Text in a command of the runner's; see its documentation of workflow commands. */
const escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Shows a message beside the run. `level`: `error`, `warning` or `notice`. */
export const annotate = (level, message) => {
  process.stdout.write(`::${level} title=carelint::${escaped(message)}\n`);
};
