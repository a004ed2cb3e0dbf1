export const collect = (crawler: { gather: (options: object) => void }): void => {
  crawler.gather({ action: 'links' });
};
