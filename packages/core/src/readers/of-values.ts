// What readers make of values, for packages that read values out of something else than text that core parses: `@carelint/core/values`. Cheap to load.
export { bannerArtefact, type PlaceOfRoute } from './consent-config/banner-artefact.js';
export { linkedData, type LinkedData, type PlaceOfObject } from './html/linked-data.js';
export { dataArtefact, foundInData, type DataTree, type FoundInData } from './site-data/found-in-data.js';
export type { Leaf, PlaceOf } from './site-data/leaves.js';
export { catalogueOf } from './site-data/which-file.js';
