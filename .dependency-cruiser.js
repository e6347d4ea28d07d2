/**
 * The rules on who may import whom. `npm run architecture` carries them out and shows that each refuses a spoiled
 * example (test/architecture.spec.ts); `npx depcruise src migrations` runs them alone. The reasons stand in
 * docs/ARCHITECTURE.md.
 */

/** Every module of the service, lowest first; modules of one row do not know each other. */
const ranks = [
  ['kernel'],
  ['platform', 'terms'],
  ['audit', 'secrets'],
  ['kernen'],
  ['identity'],
  ['regulations', 'letters'],
  ['budgets', 'ways'],
  ['applications'],
  ['attachments'],
  ['parties'],
  ['assessment'],
  ['rounds', 'laboratory'],
  ['decisions'],
  ['deadlines'],
  ['correspondence'],
  ['intake', 'grants', 'payments', 'objections', 'announcements'],
  ['casework', 'dossiers', 'reporting', 'participation', 'research'],
];

/** Modules that may be imported file by file: libraries that own no data of a case. */
const libraries = ['kernel', 'platform', 'terms'];

/** What a module shows to the modules above it, beside its domain. */
const published = [
  '[^/]+/[^/]+\\.(?:service|module|entity|response)\\.ts$',
  'identity/caller\\.ts$',
  // What is read by `attachments` when it comes in with `intake`.
  'attachments/attachment\\.request\\.ts$',
  // Bodies that several modules read alike: who somebody is, and what a plan costs.
  'applications/named-person\\.request\\.ts$',
  'regulations/cost-line\\.request\\.ts$',
  'secrets/case-key\\.ts$',
  'letters/rendering/letter-press\\.ts$',
];

const modules = ranks.flat();
const anyOf = (names) => `(?:${names.join('|')})`;
const known = `^src/${anyOf(modules)}/`;
/** Where the service is put together: it may know everything. */
const top = '^src/(?:seeds/|cli/|[^/]+\\.ts$)';
const spec = '\\.spec\\.ts$';
const pure = '^src/(?:kernel/|terms/|[^/]+/domain/)';
const packages = (names) => `(?:^|node_modules/)${anyOf(names)}(?:/|$)`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** One rule for each module: what stands at its own height or above is out of its reach. */
const pointDown = ranks.flatMap((row, rank) =>
  row.map((name) => {
    const outOfReach = ranks
      .slice(rank)
      .flat()
      .filter((other) => other !== name);
    return rule(
      'imports-point-down',
      `${name} has rank ${rank} and may only know lower ranks.`,
      { path: `^src/${name}/` },
      { path: [...(outOfReach.length > 0 ? [`^src/${anyOf(outOfReach)}/`] : []), top] },
    );
  }),
);

const unknownModule = { path: '^src/[^/]+/', pathNot: [known, top] };
const unranked = 'Give a new module its row in .dependency-cruiser.js.';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...pointDown,
    rule('every-module-has-a-rank', unranked, unknownModule, {}),
    rule('every-module-has-a-rank', unranked, {}, unknownModule),
    rule('every-module-has-a-rank', unranked, { ...unknownModule, orphan: true }, {}),
    rule(
      'no-circular',
      'Who imports each other can not be read, tested or moved alone. Types count too.',
      {},
      { circular: true },
    ),
    rule(
      'published-parts-only',
      'Of another module only its domain, services, entities and answers may be known.',
      { path: '^src/([^/]+)/', pathNot: [top] },
      {
        path: '^src/[^/]+/',
        pathNot: [
          '^src/$1/',
          top,
          `^src/${anyOf(libraries)}/`,
          '^src/[^/]+/domain/',
          ...published.map((part) => `^src/${part}`),
        ],
      },
    ),
    rule(
      'domain-knows-domain',
      'What decides knows facts and rules, never tables, services or answers.',
      { path: '^src/[^/]+/domain/', pathNot: [spec] },
      { path: '^src/', pathNot: ['^src/[^/]+/domain/', '^src/(?:kernel|terms)/'] },
    ),
    rule(
      'reports-read-views',
      'A report rests on what a module publishes in a view, never on its tables.',
      { path: '^src/reporting/' },
      { path: '\\.entity\\.ts$' },
    ),
    rule(
      'modules-come-together-in-modules',
      'A module file is imported by module files alone.',
      { path: '^src/([^/]+)/', pathNot: ['\\.module\\.ts$', top, spec] },
      { path: '\\.module\\.ts$', pathNot: ['^src/$1/'] },
    ),
    rule(
      'domain-is-pure',
      'What decides must be testable in milliseconds, without framework, database or files.',
      { path: pure, pathNot: [spec] },
      {
        path: packages([
          '@nestjs',
          '@fastify',
          'fastify',
          'typeorm',
          'pg',
          'class-validator',
          'class-transformer',
          'pdfkit',
          'fontkit',
          'rxjs',
          'pino',
          'jose',
          'oidc-provider',
        ]),
      },
    ),
    rule(
      'domain-does-no-input-or-output',
      'Of the modules of Node only crypto, for hashes that anybody can compute again.',
      { path: pure, pathNot: [spec] },
      { dependencyTypes: ['core'], pathNot: ['^(?:node:)?crypto$'] },
    ),
    rule(
      'tests-stay-outside',
      'The service runs without its tests.',
      { path: '^(?:src|migrations)/', pathNot: [spec] },
      { path: '^(?:test|bench|demo-story)/|\\.spec\\.ts$' },
    ),
    rule(
      'migrations-know-the-platform-alone',
      'A migration stays true when the code around it changes.',
      { path: '^migrations/' },
      { path: '^src/', pathNot: ['^src/(?:kernel|platform)/'] },
    ),
    rule(
      'migrations-are-named-at-the-top',
      'The list of migrations is handed down.',
      { path: '^src/', pathNot: [top, spec] },
      { path: '^migrations/' },
    ),
    rule(
      'development-packages-are-loaded-when-asked',
      'In production they are not installed: only a type or an import at the moment of use.',
      { path: '^(?:src|migrations)/', pathNot: [spec] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'dynamic-import'] },
    ),
    rule('everything-is-found', 'An import must lead to a file or a package.', {}, { couldNotResolve: true }),
  ],
  options: {
    // Also what disappears in compilation: a type ties two files together as well.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
