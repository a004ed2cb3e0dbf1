// What `loadEngine` gives: bundled apart from the rest of the plugin.
export { metaOf } from './meta.js';
export { parseFlow } from './read.js';
export { FlowSourceCode } from './source-code.js';
