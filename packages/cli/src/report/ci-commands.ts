/** `##[error]`, `##vso[...]`, `##teamcity[...]`: GitHub, Azure and TeamCity take these for commands wherever they stand in a line of the log. */
const ANYWHERE = /##(?=[a-z]*\[)/giu;
/** `::set-output ...` and its like: a command for GitHub where a line begins with it. */
const AT_BEGINNING = /^(\s*):(?=:)/gmu;

/** Text for people that may be printed into the log of a CI run: nothing in it is taken for a command there. */
export const withoutCommands = (text: string): string => text.replace(ANYWHERE, '# #').replace(AT_BEGINNING, '$1: ');

/** The same for JSON, which stays the same JSON. */
export const jsonWithoutCommands = (json: string): string => json.replace(ANYWHERE, '\\u0023#');
