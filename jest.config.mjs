const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      target: 'es2024',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': swc },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^@kotae/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/var'],
  transformIgnorePatterns: ['/node_modules/'],
};

/** Three tiers: pure specs; specs on a PostgreSQL built by the migrations; the whole product in a real browser. */
export default {
  // Databases and browsers on a busy machine of two cores: a spec that hangs still fails, later.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,infra}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.db\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$', '/node_modules/'],
    },
    {
      ...shared,
      displayName: 'db',
      testMatch: ['<rootDir>/{apps,libs,infra}/**/*.db.spec.ts'],
      globalSetup: '<rootDir>/infra/tools/db-tests.setup.mjs',
      globalTeardown: '<rootDir>/infra/tools/db-tests.teardown.mjs',
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/apps/e2e/**/*.e2e.spec.ts'] },
  ],
};
