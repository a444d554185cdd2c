import { type AnyNode, type Node as Syntax, parse } from 'acorn';
import postcss from 'postcss';
import { BUILTINS, DATA, type Member, child, lacking, membersOf, partsOf } from './compat';

/* Finds in what is shipped whatever the oldest browsers lack: in scripts, in style sheets and in markup. */

const EVERYWHERE = membersOf([DATA.api, BUILTINS]);
const LANGUAGE = membersOf([BUILTINS]);

const parsed = new Map<string, readonly AnyNode[]>();

/** Every node of a script, in no order to rely on; one that was read is kept, for it takes a second. */
function nodesOf(script: string): readonly AnyNode[] {
  const before = parsed.get(script);
  if (before) return before;
  const nodes: AnyNode[] = [parse(script, { ecmaVersion: 2022, sourceType: 'module' })];
  for (let at = 0; at < nodes.length; at += 1)
    for (const part of Object.values(nodes[at] ?? {}) as unknown[])
      for (const one of Array.isArray(part) ? (part as unknown[]) : [part])
        if (typeof (one as Syntax | null)?.type === 'string') nodes.push(one as AnyNode);
  parsed.set(script, nodes);
  return nodes;
}

const nameOf = (key: AnyNode): string | null =>
  key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : null;

/** Names that the scripts themselves give to members: those are most likely meant. */
function ownNames(nodes: readonly AnyNode[]): Set<string | null> {
  const own = new Set<string | null>();
  for (const node of nodes) {
    if (
      (node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') &&
      !node.computed
    )
      own.add(nameOf(node.key as AnyNode));
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && !node.left.computed)
      own.add(nameOf(node.left.property as AnyNode));
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration')
      own.add(node.id ? nameOf(node.id as AnyNode) : null);
  }
  return own;
}

function known(members: readonly Member[]): (owner: string | null, name: string) => readonly string[] {
  const older = new Set(members.filter((one) => !one.isStatic && one.lacking.length === 0).map(({ name }) => name));
  const newer = new Map(members.filter((one) => !one.isStatic && one.lacking.length > 0).map((one) => [one.name, one]));
  const owned = new Map(members.map((one) => [`${one.owner}.${one.name}`, one]));
  return (owner, name) =>
    owned.get(`${owner ?? ''}.${name}`)?.lacking ??
    (owner === 'Window' || older.has(name) ? [] : (newer.get(name)?.lacking ?? []));
}

/**
 * Members and globals of scripts that one of the oldest browsers lacks, by name. Throws SyntaxError where the language is
 * newer than ES2022, in regular expressions too. Where only the language is asked for, what the document has is not looked at.
 */
export function newerInScripts(scripts: readonly string[], only?: 'language'): string[] {
  const nodes = scripts.flatMap(nodesOf);
  const own = ownNames(nodes);
  const lack = known(only ? LANGUAGE : EVERYWHERE);
  const found = new Set<string>();
  const note = (owner: string | null, name: string): void => {
    if (lack(owner, name).length > 0) found.add(name === '' ? (owner ?? '') : name);
  };
  for (const node of nodes) {
    if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
      const owner = node.object.type === 'Identifier' ? node.object.name : null;
      if (!own.has(node.property.name)) note(owner, node.property.name);
    }
    // Names that are minified are short; those of globals are not.
    const global = node.type === 'NewExpression' || node.type === 'CallExpression' ? node.callee : node;
    if (global.type === 'Identifier' && global.name.length > 3 && !own.has(global.name)) {
      note(global.name, '');
      if (node.type === 'CallExpression') note('Window', global.name);
    }
  }
  return [...found].sort();
}

const DYNAMIC_UNIT = /\d[dsl]v(?:h|w|i|b|min|max)\b/u;
const css = (group: string): ReturnType<typeof child> => child(DATA.css as never, group);

/** Functions and keywords of any value, wherever BCD keeps them. */
function valueParts(node: ReturnType<typeof child>, found = new Map<string, string[]>()): Map<string, string[]> {
  for (const [name, part] of partsOf(node)) {
    if (part.__compat && !found.has(name)) found.set(name, lacking(part));
    valueParts(part, found);
  }
  return found;
}
const VALUES = valueParts(css('types'));

/** Constructs of a style sheet that one of the oldest browsers lacks. */
export function newerInStyle(style: string): string[] {
  const found = new Set<string>();
  const note = (what: string, lack: readonly string[] | undefined): void => {
    if (lack && lack.length > 0) found.add(what);
  };
  const root = postcss.parse(style);
  root.walkDecls(({ prop, value }) => {
    if (prop.startsWith('--')) return;
    const property = child(css('properties'), prop);
    note(prop, lacking(property));
    for (const [word = ''] of value.matchAll(/[a-z-]+/gu)) note(`${prop}: ${word}`, lacking(child(property, word)));
    for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/gu)) note(`${name}()`, VALUES.get(name));
    if (DYNAMIC_UNIT.test(value))
      note(`${prop}: ${value}`, lacking(child(child(css('types'), 'length'), 'viewport_percentage_units_dynamic')));
  });
  root.walkAtRules(({ name, params }) => {
    note(`@${name}`, lacking(child(css('at-rules'), name)));
    const media = child(css('at-rules'), 'media');
    if (name === 'media')
      for (const [, feature = ''] of params.matchAll(/\(([a-z-]+)/gu))
        note(`(${feature})`, lacking(child(media, feature)));
  });
  root.walkRules(({ selector, parent }) => {
    if (parent?.type === 'rule' || selector.includes('&')) note('nesting', lacking(child(css('selectors'), 'nesting')));
    for (const [, name = ''] of selector.matchAll(/::?([a-z-]+)/gu))
      note(`:${name}`, lacking(child(css('selectors'), name)));
  });
  return [...found].sort();
}

const GLOBAL = child(DATA.html as never, 'global_attributes');
const ELEMENTS = child(DATA.html as never, 'elements');

/** Attributes by name, of all elements or of some; one that an older element has is none to wonder at. */
const ATTRIBUTES = new Map<string, readonly string[]>();
for (const place of [GLOBAL, ...partsOf(ELEMENTS).map(([, element]) => element)])
  for (const [name, part] of partsOf(place))
    if (ATTRIBUTES.get(name)?.length !== 0) ATTRIBUTES.set(name, lacking(part));

function wordOf(node: AnyNode | undefined): string | null {
  if (node?.type === 'Literal') return String(node.value);
  return node?.type === 'TemplateLiteral' && node.quasis.length === 1 ? (node.quasis[0]?.value.cooked ?? null) : null;
}

/** Elements and attributes of templates inside scripts that one of the oldest browsers lacks. */
export function newerInMarkup(scripts: readonly string[]): string[] {
  const found = new Set<string>();
  const note = (what: string, lack: readonly string[]): void => void (lack.length > 0 && found.add(what));
  const markup = (text: string): void => {
    for (const [, name = '', rest = ''] of text.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*"|=\S+)?)*)/gu)) {
      const element = child(ELEMENTS, name);
      note(`<${name}>`, lacking(element));
      for (const [, attribute = ''] of rest.matchAll(/\s([a-z-]+)/gu))
        note(attribute, [...lacking(child(GLOBAL, attribute)), ...lacking(child(element, attribute))]);
    }
  };
  for (const node of scripts.flatMap(nodesOf)) {
    if (node.type === 'TemplateElement') markup(node.value.cooked ?? '');
    // An attribute that is set by name: f(element, 'popovertarget', …).
    const name = node.type === 'CallExpression' ? wordOf(node.arguments[1]) : null;
    if (name !== null) note(name, ATTRIBUTES.get(name) ?? []);
  }
  return [...found].sort();
}
