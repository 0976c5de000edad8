import nx from '@nx/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const FRAMEWORKS = [
  '@nestjs/*',
  'typeorm',
  'pg',
  'bullmq',
  'ioredis',
  'nodemailer',
  'class-validator',
  'class-transformer',
  'react',
  'react-dom',
  'fastify',
  '@fastify/*',
  'reflect-metadata',
];

/** The directions of docs/adr/0001-rooms-and-directions.md. */
const DIRECTIONS = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [], bannedExternalImports: FRAMEWORKS },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['room:kernel'], bannedExternalImports: FRAMEWORKS },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel'], bannedExternalImports: FRAMEWORKS },
  { sourceTag: 'type:adapter', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain'] },
  // Plumbing that both APIs share: problem details, headers, request log.
  { sourceTag: 'type:http', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain', 'type:adapter'] },
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:contracts', 'type:ui', 'type:kernel'] },
  {
    sourceTag: 'type:server',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:contracts',
      'type:domain',
      'type:adapter',
      'type:http',
      'type:testing',
    ],
  },
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:contracts',
      'type:domain',
      'type:adapter',
      'type:http',
      'type:testing',
    ],
  },
];

/** Specs of adapters get their database from `testing`, which itself stands on the adapters. */
const SPEC_DIRECTIONS = DIRECTIONS.map((direction) =>
  direction.sourceTag === 'type:adapter' || direction.sourceTag === 'type:http'
    ? { ...direction, onlyDependOnLibsWithTags: [...direction.onlyDependOnLibsWithTags, 'type:testing'] }
    : direction,
);
const SPECS_AND_TESTING = ['persistence', 'servers', 'jobs', 'mail'].map((room) => [room, 'testing']);

const boundaries = (depConstraints, ignoredCircularDependencies = []) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: [],
    banTransitiveDependencies: false,
    checkDynamicDependenciesExceptions: [],
    ignoredCircularDependencies,
    depConstraints,
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'var', '.nx', 'coverage', 'data', 'docs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx, 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(DIRECTIONS),
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No `export *`: name what a room shows in its index.ts.' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}'],
    rules: { '@nx/enforce-module-boundaries': boundaries(SPEC_DIRECTIONS, SPECS_AND_TESTING) },
  },
  // Seen from there it is the same pair: a room's specs use `testing`, which uses the room. No file does both.
  {
    files: ['libs/testing/**'],
    ignores: ['**/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(DIRECTIONS, SPECS_AND_TESTING) },
  },
  // How a program is bundled is no part of the program: its recipe lies in infra/build.
  { files: ['apps/*/vite.config.ts'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  { files: ['apps/cli/**', 'infra/**', '**/*.spec.ts', 'apps/e2e/**'], rules: { 'no-console': 'off' } },
);
