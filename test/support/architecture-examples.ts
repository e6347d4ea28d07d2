/** A small tree of files that breaks one rule, and no other. */
export interface Example {
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
}

const constant = 'export const answer = 42;\n';

/** A file that imports something from each of the given places. */
function importing(...places: readonly string[]): string {
  return places.map((place, index) => `export { answer as answer${index} } from '${place}';\n`).join('');
}

function named(name: string, place: string): string {
  return `import { ${name} } from '${place}';\nexport const used = ${name};\n`;
}

/** A tree in which everything stands where it belongs. */
export const soundTree: Readonly<Record<string, string>> = {
  'src/kernel/answer.ts': constant,
  'src/platform/http/answer.ts': importing('../../kernel/answer.ts'),
  'src/terms/answer.ts': importing('../kernel/answer.ts'),
  'src/kernen/domain/answer.ts': importing('../../kernel/answer.ts', '../../terms/answer.ts'),
  'src/kernen/kernen.service.ts': constant,
  'src/kernen/kernen.module.ts': importing('./kernen.service.ts').replace('answer0', 'answer'),
  'src/budgets/domain/answer.ts': `import { createHash } from 'node:crypto';\nexport const hash = createHash;\n`,
  'src/budgets/budgets.service.ts': importing('../kernen/kernen.service.ts', '../kernen/domain/answer.ts')
    .replace('answer as answer1', 'answer0 as answer1')
    .replace('answer as answer0', 'answer'),
  'src/budgets/budgets.module.ts': importing('../kernen/kernen.module.ts'),
  'src/app.module.ts': importing('./kernen/kernen.module.ts'),
};

/** For every rule on imports a tree that it must refuse. */
export const spoiledImports: readonly Example[] = [
  {
    rule: 'imports-point-down',
    files: {
      'src/budgets/budgets.service.ts': constant,
      'src/kernen/kernen.service.ts': importing('../budgets/budgets.service.ts'),
    },
  },
  {
    rule: 'imports-point-down',
    files: {
      'src/regulations/regulations.service.ts': constant,
      'src/letters/letters.service.ts': importing('../regulations/regulations.service.ts'),
    },
  },
  {
    rule: 'imports-point-down',
    files: {
      'src/start-service.ts': constant,
      'src/reporting/spending.service.ts': importing('../start-service.ts'),
    },
  },
  {
    rule: 'every-module-has-a-rank',
    files: { 'src/kernel/answer.ts': constant, 'src/invoices/invoice.ts': importing('../kernel/answer.ts') },
  },
  {
    rule: 'every-module-has-a-rank',
    files: { 'src/invoices/invoice.ts': constant },
  },
  {
    rule: 'no-circular',
    files: {
      'src/budgets/first.ts': `import type { Second } from './second.ts';\nexport interface First { readonly second: Second }\n`,
      'src/budgets/second.ts': `import type { First } from './first.ts';\nexport interface Second { readonly first: First }\n`,
    },
  },
  {
    rule: 'published-parts-only',
    files: {
      'src/kernen/find-kern.ts': constant,
      'src/budgets/budgets.service.ts': importing('../kernen/find-kern.ts'),
    },
  },
  {
    rule: 'domain-knows-domain',
    files: {
      'src/kernen/kern.entity.ts': constant,
      'src/budgets/domain/ceiling.ts': importing('../../kernen/kern.entity.ts'),
    },
  },
  {
    rule: 'reports-read-views',
    files: {
      'src/budgets/budget.entity.ts': constant,
      'src/reporting/spending.service.ts': importing('../budgets/budget.entity.ts'),
    },
  },
  {
    rule: 'modules-come-together-in-modules',
    files: {
      'src/kernen/kernen.module.ts': constant,
      'src/budgets/budgets.service.ts': importing('../kernen/kernen.module.ts'),
    },
  },
  {
    rule: 'domain-is-pure',
    files: { 'src/budgets/domain/ceiling.ts': named('Injectable', '@nestjs/common') },
  },
  {
    rule: 'domain-is-pure',
    files: { 'src/terms/holidays.ts': named('Column', 'typeorm') },
  },
  {
    rule: 'domain-does-no-input-or-output',
    files: { 'src/letters/domain/template.ts': named('readFileSync', 'node:fs') },
  },
  {
    rule: 'tests-stay-outside',
    files: {
      'test/support/people.ts': constant,
      'src/kernen/kernen.service.ts': importing('../../test/support/people.ts'),
    },
  },
  {
    rule: 'migrations-know-the-platform-alone',
    files: {
      'src/budgets/domain/accounts.ts': constant,
      'migrations/1574000000001-budgets.ts': importing('../src/budgets/domain/accounts.ts'),
    },
  },
  {
    rule: 'migrations-are-named-at-the-top',
    files: {
      'migrations/index.ts': constant,
      'src/platform/database/tables.ts': importing('../../../migrations/index.ts'),
    },
  },
  {
    rule: 'development-packages-are-loaded-when-asked',
    files: {
      'src/identity/issuer.ts': `import { Provider } from 'oidc-provider';\nexport const issuer = Provider;\n`,
    },
  },
  {
    rule: 'everything-is-found',
    files: { 'src/kernen/kernen.service.ts': importing('./a-file-that-is-not-there.ts') },
  },
];

const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `${name}: object`).join(', ');

/** For every rule that can be seen in one file a text that it must refuse. */
export const spoiledSources: readonly Example[] = [
  { rule: 'files-of-300-lines-at-most', files: { 'src/kernen/long.ts': '// one more line\n'.repeat(301) } },
  { rule: 'names-say-something', files: { 'src/kernen/kern-utils.ts': constant } },
  { rule: 'names-say-something', files: { 'src/shared/kern.ts': constant } },
  { rule: 'no-barrels', files: { 'src/kernen/index.ts': constant } },
  { rule: 'no-barrels', files: { 'src/kernen/kern.ts': `export * from './domain/kern.ts';\n` } },
  { rule: 'no-any', files: { 'src/kernen/kern.ts': `export const kern = JSON.parse('{}') as any;\n` } },
  {
    rule: 'no-silenced-checks',
    files: { 'src/kernen/kern.ts': `// eslint-disable-next-line no-console\n${constant}` },
  },
  { rule: 'no-silenced-checks', files: { 'src/kernen/kern.ts': `// @ts-expect-error\n${constant}` } },
  {
    rule: 'no-relations-between-tables',
    files: {
      'src/budgets/budget.entity.ts': 'class Budget {\n  @ManyToOne(() => Kern)\n  kern!: Kern;\n}\n',
    },
  },
  {
    rule: 'no-forward-references',
    files: {
      'src/budgets/budgets.module.ts': '@Module({ imports: [forwardRef(() => Kernen)] })\nclass Budgets {}\n',
    },
  },
  {
    rule: 'six-dependencies-at-most',
    files: {
      'src/budgets/budgets.service.ts': `@Injectable()\nclass Budgets {\n  constructor(${seven}) {}\n}\n`,
    },
  },
  {
    rule: 'domain-is-given-the-time',
    files: { 'src/budgets/domain/year.ts': 'export const now = new Date();\n' },
  },
  {
    rule: 'domain-is-given-the-time',
    files: { 'src/decisions/domain/lot.ts': 'export const lot = Math.random();\n' },
  },
  {
    rule: 'tables-are-written-by-their-module',
    files: {
      'src/decisions/decide.service.ts': `import { BudgetEntity } from '../budgets/budget.entity.ts';\nawait manager.update(BudgetEntity, {}, {});\n`,
    },
  },
  {
    rule: 'transactions-are-opened-in-one-place',
    files: { 'src/budgets/budgets.service.ts': 'await manager.transaction(async () => undefined);\n' },
  },
  {
    rule: 'no-local-names',
    files: { 'src/letters/domain/sender.ts': `export const place = 'dorpshuis in ECK EN WIEL';\n` },
  },
  {
    rule: 'no-local-names',
    files: { 'src/letters/domain/sender.ts': `export const sender = 'Gemeente Buren';\n` },
  },
  { rule: 'no-local-names', files: { 'src/kernen/kernen.service.ts': `export const first = 'buren';\n` } },
];
