/** Which public names have no word of documentation or no example, by TypeScript's own reading of the sources. */

import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Exports of the entries, and what is in them (members, options, entries of a vocabulary and their fields), that carry no
 * doc comment: `file:line name`, each declaration once.
 * @param root folder of the repository
 * @param entries paths below it
 */
export function undocumented(root: string, entries: readonly string[]): string[] {
  const program = openProgram(root, entries);
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Node>();
  const found: string[] = [];

  /** The declaration, if it is ours and met for the first time. */
  const own = (symbol: ts.Symbol): ts.Declaration | undefined => {
    const declaration = symbol.declarations?.find(({ parent }) => parent);
    if (!declaration || seen.has(declaration) || !isOurs(root, declaration)) return undefined;
    seen.add(declaration);
    return declaration;
  };

  const look = (symbol: ts.Symbol, path: string): void => {
    const declaration = own(symbol);
    if (!declaration || isHidden(declaration)) return;
    if (!isDocumented(checker, symbol, declaration)) found.push(`${placeOf(root, declaration)} ${path}`);
    for (const type of typesOf(checker, symbol, declaration)) lookInside(type, path);
  };

  const lookInside = (type: ts.Type, path: string): void => {
    for (const part of type.isUnion() ? type.types : [type]) {
      for (const member of part.getProperties()) look(member, `${path}.${member.name}`);
      for (const signature of part.getCallSignatures()) lookAtOptions(signature, path);
    }
  };

  /** What a function of a vocabulary takes is written where the kind is: its fields. */
  const lookAtOptions = (signature: ts.Signature, path: string): void => {
    const [options] = signature.getParameters();
    if (!options) return;
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(options));
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return;
    for (const field of type.getProperties()) look(field, `${path}({ ${field.name} })`);
  };

  for (const symbol of exportsOf(program, root, entries)) look(symbol, symbol.name);
  return found.sort();
}

/**
 * Functions, classes and constants of the entries without an example: `file:line name`.
 * @param root folder of the repository
 * @param entries paths below it
 */
export function withoutExample(root: string, entries: readonly string[]): string[] {
  const program = openProgram(root, entries);
  const checker = program.getTypeChecker();
  const hasExample = (symbol: ts.Symbol, declaration: ts.Declaration) =>
    symbol.getJsDocTags(checker).some(({ name }) => name === 'example') ||
    (ts.isBindingElement(declaration) && ts.getJSDocTags(declaration.parent.parent).some(isExample));
  const lacking = exportsOf(program, root, entries).flatMap((symbol) => {
    const declaration = symbol.declarations?.[0];
    if (!declaration || !(symbol.flags & ts.SymbolFlags.Value) || hasExample(symbol, declaration)) return [];
    return `${placeOf(root, declaration)} ${symbol.name}`;
  });
  return [...new Set(lacking)].sort();
}

function isExample({ tagName }: ts.JSDocTag): boolean {
  return tagName.text === 'example';
}

function openProgram(root: string, entries: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: entries, include: [] }, ts.sys, root);
  return ts.createProgram(
    entries.map((entry) => join(root, entry)),
    options,
  );
}

/** What the entries export, as it is declared. */
function exportsOf(program: ts.Program, root: string, entries: readonly string[]): ts.Symbol[] {
  const checker = program.getTypeChecker();
  return entries.flatMap((entry) => {
    const source = program.getSourceFile(join(root, entry));
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${entry} is no module`);
    return checker
      .getExportsOfModule(module)
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  });
}

function typesOf(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.Declaration): ts.Type[] {
  const types: ts.Type[] = [];
  if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
    types.push(checker.getDeclaredTypeOfSymbol(symbol));
  }
  const isMade = ts.isPropertyAssignment(declaration) || ts.isShorthandPropertyAssignment(declaration);
  if (isMade || symbol.flags & ts.SymbolFlags.Variable) types.push(checker.getTypeOfSymbol(symbol));
  return types;
}

function isOurs(root: string, node: ts.Node): boolean {
  const path = relative(join(root, 'ts'), node.getSourceFile().fileName);
  return !path.startsWith('..');
}

/** By a comment of its own, by the one of several that are declared at once, or by the variable's that it is short for. */
function isDocumented(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.Declaration): boolean {
  const comments = symbol.getDocumentationComment(checker);
  if (comments.length > 0) return true;
  if (ts.isBindingElement(declaration)) return ts.getJSDocCommentsAndTags(declaration.parent.parent).length > 0;
  if (!ts.isShorthandPropertyAssignment(declaration)) return false;
  const value = checker.getShorthandAssignmentValueSymbol(declaration);
  return (value?.getDocumentationComment(checker).length ?? 0) > 0;
}

/** Private, internal, or a symbol's name. */
function isHidden(declaration: ts.Declaration): boolean {
  if (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) return true;
  if (ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal')) return true;
  const name = ts.getNameOfDeclaration(declaration);
  return name !== undefined && (ts.isPrivateIdentifier(name) || ts.isComputedPropertyName(name));
}

function placeOf(root: string, declaration: ts.Declaration): string {
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${relative(root, source.fileName)}:${line + 1}`;
}
