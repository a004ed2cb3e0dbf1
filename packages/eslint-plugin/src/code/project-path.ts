const isAbsolute = (path: string): boolean => /^(?:\/|[a-z]:\/)/iu.test(path);

/** The path of a file from the working folder, with strokes between its parts. Of a file elsewhere only its name: the folders above it say nothing. */
export const pathInProject = ({ cwd, filename }: { readonly cwd: string; readonly filename: string }): string => {
  const [from, file] = [cwd, filename].map((name) => name.replaceAll('\\', '/')) as [string, string];
  if (file.startsWith(`${from}/`)) return file.slice(from.length + 1);
  return isAbsolute(file) ? file.slice(file.lastIndexOf('/') + 1) : file;
};
