import path from 'node:path';

/** Whether a file is a folder, or lies in it. */
export const isWithin = (folder: string, file: string): boolean => {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
};
