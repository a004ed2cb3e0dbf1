/** Files that customers never meet, by kind, by their path from the folder that is looked at. The names of the kinds are those of `settings.carelint.skip` of the ESLint plugin. */
export const KINDS_FOR_DEVELOPERS = {
  tests:
    /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|playwright|fixtures?|mocks?|testing)\/|[.\-_](?:test|tests|spec|specs|cy|e2e|mock|mocks|fixture|fixtures)\.[cm]?[jt]sx?$/iu,
  stories: /(?:^|\/)(?:stories|\.storybook|storybook|__stories__)\/|\.(?:stories|story)\.[cm]?[jt]sx?$/iu,
  docs: /(?:^|\/)(?:docs?|documentation|examples?|samples?|demos?|playgrounds?|showcase)\//iu,
  built: /(?:^|\/)(?:dist|build|out|vendor|node_modules|\.next|\.nuxt|coverage|storybook-static)\/|\.min\.[cm]?js$|[.-]bundle\.[cm]?js$/iu,
} as const;
