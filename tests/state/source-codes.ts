import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const SRC = join(import.meta.dirname, '../../src');

/** The rooms that write codes; `messages` only explains them. */
const ROOMS = ['domain', 'ingest', 'cube', 'share', 'state', 'app', 'cli'];

/** Type aliases whose texts are ledger codes. */
const CODE_TYPES: ReadonlySet<string> = new Set(['RefuseReason', 'Doubt', 'Mended']);
/** The member of `Mended` for a record that needed no mending. */
const NOT_A_CODE = 'no';

/** Texts under the name `code` that are not codes are words for a reader. */
const KEBAB = /^[a-z]+(?:-[a-z]+)+$|^[a-z]+$/;

/** The codes the sources can produce, and the places where a code is made in a way the scan does not understand. */
export interface SourceCodes {
  readonly issues: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
  readonly unclear: readonly string[];
}

function sources(): ts.SourceFile[] {
  return ROOMS.flatMap((room) =>
    readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('messages'))
      .map((path) => join(SRC, room, path))
      .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)),
  );
}

/** The texts an expression can have, both arms of a condition included; null when it is anything else. */
function textsOf(node: ts.Expression): string[] | null {
  if (ts.isStringLiteral(node)) return [node.text];
  if (!ts.isConditionalExpression(node)) return null;
  const [yes, no] = [textsOf(node.whenTrue), textsOf(node.whenFalse)];
  return yes && no ? [...yes, ...no] : null;
}

function unionTexts(node: ts.TypeAliasDeclaration): string[] {
  const members = ts.isUnionTypeNode(node.type) ? [...node.type.types] : [node.type];
  return members.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
  );
}

/** The values of the object literal that `name` is declared as in a file. */
function valuesOf(file: ts.SourceFile, name: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer)
      node.initializer.forEachChild(function collect(child): void {
        if (ts.isPropertyAssignment(child)) found.push(...(textsOf(child.initializer) ?? []));
        else child.forEachChild(collect);
      });
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

/** The codes the first argument of `log.add(…)` can be; null when it cannot be told. */
function loggedCodes(file: ts.SourceFile, argument: ts.Expression | undefined): string[] | null {
  if (!argument) return null;
  if (ts.isElementAccessExpression(argument)) return valuesOf(file, argument.expression.getText());
  // A variable of one of the types read above.
  if (ts.isIdentifier(argument) && argument.text === 'mended') return [];
  return textsOf(argument);
}

const isLog = (text: string): boolean => text === 'log' || text.endsWith('.log');

/** Reads the sources and collects every code that can reach the ledger or a refusal. */
export function sourceCodes(): SourceCodes {
  const issues = new Set<string>();
  const refusals = new Set<string>();
  const unclear: string[] = [];
  for (const file of sources()) {
    const note = (found: string[] | null, into: Set<string>, node: ts.Node): void => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (found === null) unclear.push(`${relative(SRC, file.fileName)}:${line + 1} ${node.getText().slice(0, 60)}`);
      else for (const code of found) into.add(code);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isTypeAliasDeclaration(node) && CODE_TYPES.has(node.name.text)) note(unionTexts(node), issues, node);
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const { name, expression } = node.expression;
        if (name.text === 'add' && isLog(expression.getText()))
          note(loggedCodes(file, node.arguments[0]), issues, node);
      }
      if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') {
        const [code] = node.arguments ?? [];
        // What the worker refused is made into a refusal again on this side.
        if (code?.getText() !== 'data.code') note(code ? textsOf(code) : null, refusals, node);
      }
      // Issues and refusals written as objects; a code that comes from elsewhere was collected there.
      const isCode =
        (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.name.getText() === 'code';
      if (isCode && node.initializer) {
        const into = file.fileName.includes(join(SRC, 'state')) ? refusals : issues;
        for (const code of textsOf(node.initializer) ?? []) if (KEBAB.test(code)) into.add(code);
      }
      node.forEachChild(visit);
    };
    visit(file);
  }
  issues.delete(NOT_A_CODE);
  return { issues, refusals, unclear };
}
