/** Imports go one way: a domain may import the ones before it in this list, and only through their index.ts. */
const DOMAINS = [
  'identity',
  'talent',
  'graph',
  'community',
  'jobs',
  'matching',
  'vetting',
  'outreach',
  'insights',
  'moderation',
];
const FLOOR = ['platform', 'language'];

const later = DOMAINS.map((domain, at) => ({
  name: `${domain}-imports-only-what-comes-before`,
  severity: 'error',
  from: { path: `^src/${domain}/` },
  to: { path: `^src/(${[...DOMAINS.slice(at + 1), 'server', 'cli'].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...later,
    {
      name: 'the-floor-imports-no-domain',
      severity: 'error',
      from: { path: `^src/(${FLOOR.join('|')})/` },
      to: { path: `^src/(${[...DOMAINS, 'server', 'cli'].join('|')})/` },
    },
    {
      name: 'the-server-imports-no-command',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'a-domain-has-one-door',
      severity: 'error',
      from: { path: '^(src|world|bench)/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: `^src/(${[...FLOOR, ...DOMAINS].join('|')})/`, pathNot: ['^src/$2/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
