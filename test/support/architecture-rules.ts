import ts from 'typescript';
import type { Fault } from './architecture-imports.ts';
import { calledName, decoratorName, importedNames, nodesOf, type Source } from './architecture-sources.ts';

/** Finds in one source what a rule forbids; each finding says what it is. */
type Rule = (source: Source) => readonly string[];

const inService = ({ path }: Source): boolean => path.startsWith('src/');
const isSpec = ({ path }: Source): boolean => path.endsWith('.spec.ts');

function calls(source: Source): ts.CallExpression[] {
  return nodesOf(source).filter(ts.isCallExpression);
}

const mostLines = 300;

const noLongFiles: Rule = ({ text }) => {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > mostLines ? [`${lines} lines`] : [];
};

const emptyWords = ['utils', 'util', 'common', 'shared', 'helpers', 'helper', 'base', 'manager', 'misc'];

const namesSaySomething: Rule = ({ path }) =>
  path.split(/[/.-]/).filter((word) => emptyWords.includes(word.toLowerCase()));

const noBarrels: Rule = ({ path, tree }) => [
  ...(/(^|\/)index\.ts$/.test(path) && path !== 'migrations/index.ts' ? ['index.ts'] : []),
  ...tree.statements
    .filter((statement) => ts.isExportDeclaration(statement) && !statement.exportClause)
    .map((statement) => statement.getText()),
];

const noAny: Rule = (source) =>
  nodesOf(source)
    .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
    .map((node) => node.parent.getText());

const noSilencing: Rule = ({ text }) =>
  text.match(/\/[/*]\s*(?:eslint-disable|@ts-(?:ignore|nocheck|expect-error))[^\n]*/g) ?? [];

const relations = ['ManyToOne', 'OneToMany', 'OneToOne', 'ManyToMany', 'JoinColumn', 'JoinTable'];

const noRelations: Rule = (source) =>
  nodesOf(source)
    .filter(ts.isDecorator)
    .map(decoratorName)
    .filter((name) => relations.includes(name));

const noForwardReferences: Rule = (source) =>
  calls(source)
    .map(calledName)
    .filter((name) => name === 'forwardRef');

const mostDependencies = 6;

const fewDependencies: Rule = (source) =>
  nodesOf(source)
    .filter(ts.isClassDeclaration)
    .filter((node) =>
      ts.getDecorators(node)?.some((one) => /^(Injectable|Controller)$/.test(decoratorName(one))),
    )
    .flatMap((node) => node.members.filter(ts.isConstructorDeclaration))
    .filter(({ parameters }) => parameters.length > mostDependencies)
    .map(({ parent, parameters }) => `${parent.name?.text} has ${parameters.length} dependencies`);

/** The time and chance are handed to what decides: `new Date(text)` is fine, `new Date()` is not. */
const noClockInDomain: Rule = (source) => {
  if (!/^src\/(?:terms|[^/]+\/domain)\//.test(source.path) || isSpec(source)) return [];
  return nodesOf(source)
    .filter(
      (node) =>
        (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
        (ts.isPropertyAccessExpression(node) &&
          /^(Date\.now|Math\.random|process\..*)$/.test(node.getText())),
    )
    .map((node) => node.getText());
};

const writing = ['insert', 'update', 'delete', 'save', 'upsert', 'remove', 'softDelete', 'into'];
/** The round of completion is made by intake, sent by announcements and answered by intake. */
const writtenByOthers = ['CompletionRequestEntity'];

const ownTables: Rule = (source) => {
  if (!inService(source) || source.path.startsWith('src/seeds/')) return [];
  const imported = importedNames(source);
  return calls(source)
    .filter((call) => writing.includes(calledName(call)))
    .flatMap(({ arguments: given }) => given.slice(0, 1).map((argument) => argument.getText()))
    .filter((name) => /^\.\.\/(?!domain).*\.entity\.ts$/.test(imported.get(name) ?? ''))
    .filter((name) => !writtenByOthers.includes(name))
    .map((name) => `writes ${name}`);
};

const openingCalls = ['transaction', 'createQueryRunner', 'startTransaction'];

const oneWayToTransactions: Rule = (source) =>
  inService(source) && !isSpec(source) && !source.path.startsWith('src/platform/database/')
    ? calls(source)
        .map(calledName)
        .filter((name) => openingCalls.includes(name))
    : [];

/** The rules that can be seen in one file, by name. */
export const sourceRules: Readonly<Record<string, Rule>> = {
  'files-of-300-lines-at-most': noLongFiles,
  'names-say-something': namesSaySomething,
  'no-barrels': noBarrels,
  'no-any': noAny,
  'no-silenced-checks': noSilencing,
  'no-relations-between-tables': noRelations,
  'no-forward-references': noForwardReferences,
  'six-dependencies-at-most': fewDependencies,
  'domain-is-given-the-time': noClockInDomain,
  'tables-are-written-by-their-module': ownTables,
  'transactions-are-opened-in-one-place': oneWayToTransactions,
};

/** Tells which sources break one of the rules. */
export function sourceFaults(sources: readonly Source[], rules: Readonly<Record<string, Rule>>): Fault[] {
  return Object.entries(rules).flatMap(([rule, find]) =>
    sources.flatMap((source) => find(source).map((detail) => ({ rule, place: source.path, detail }))),
  );
}
