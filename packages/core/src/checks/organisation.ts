import type { Artefact } from '../model/artefact.js';

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '');

/**
 * Which organisation a file belongs to: the one whose operations document stands in the folder, or in one above it; with one such document in view,
 * that one; with none, the folder. Undefined where two of different names stand in one folder.
 */
export const organisations = (artefacts: readonly Artefact[]): ((path: string) => string | undefined) => {
  const byFolder = new Map<string, Set<string>>();
  for (const { kind, path, id } of artefacts) {
    if (kind !== 'operations') continue;
    const folder = folderOf(path);
    byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(id));
  }
  const names = new Set([...byFolder.values()].flatMap((ids) => [...ids]));
  if (names.size === 0) return folderOf;
  if (names.size === 1) return () => '';
  return (path) => {
    for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
      const ids = byFolder.get(folder);
      if (ids !== undefined) return ids.size === 1 ? folder : undefined;
      if (folder === '') return undefined;
    }
  };
};
