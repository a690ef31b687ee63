import {join} from 'node:path'
import ts from 'typescript'
import {type JsonObject, type JsonValue} from '../../src/lib/client/wire.ts'
import {type Named} from './files.ts'

/**
 * JSON Schemas of what commands print with `-o json`, by path: made of the types that their declarations give for replies,
 * with what is written beside their fields.
 */
export function schemas(root: string, commands: readonly Named[]): Map<string, string> {
  const printing = commands.filter(
    ({command}) => command.shape.reply !== undefined && command.shape.reply.kind !== 'file',
  )
  const types = replyTypes(
    root,
    printing.map(({id}) => id),
  )
  return new Map(
    printing.map(({id, command}, at) => {
      const {kind, noun} = command.shape.reply!
      const title = `commsctl ${id}`
      return [
        `schemas/${id.replaceAll(' ', '-')}.json`,
        text({$schema, title, ...result(kind, noun, types.schema(at))}),
      ]
    }),
  )
}

const $schema = 'https://json-schema.org/draft/2020-12/schema'

/** The schema of a whole result: lists are one array of all rows, and an empty reply is null. */
function result(kind: string, noun: string, {schema, $defs}: TypeSchema): JsonObject {
  const defs: JsonObject = Object.keys($defs).length === 0 ? {} : {$defs}
  if (kind === 'list' || kind === 'outcomes')
    return {description: `All ${noun}, in order.`, type: 'array', items: schema, ...defs}
  if (kind === 'empty') return {type: 'null'}
  if (kind === 'text') return {type: 'string'}
  return {...schema, ...defs}
}

interface TypeSchema {
  schema: JsonObject
  $defs: Record<string, JsonObject>
}

/** Asks the compiler for the type of each command's reply, through a file that exists in memory only. */
function replyTypes(root: string, ids: readonly string[]): {schema: (at: number) => TypeSchema} {
  const file = join(root, 'scripts/reply-types.ts')
  const source = [
    "import {type Reply} from '../src/lib/operation/declaration.ts'",
    ...ids.map((id, at) => `import c${at} from '../src/commands/${id.split(' ').join('/')}.ts'`),
    'type Held<C> = C extends {shape: {reply?: Reply<infer T> | undefined}} ? T : unknown',
    ...ids.map((_, at) => `export declare const reply${at}: Held<typeof c${at}>`),
  ].join('\n')
  const {options} = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  )
  const host = ts.createCompilerHost(options)
  const virtual: ts.CompilerHost = {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === file
        ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext, true)
        : host.getSourceFile(name, ...rest),
  }
  const program = ts.createProgram([file], options, virtual)
  const checker = program.getTypeChecker()
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!)
  return {schema: (at) => new Writer(checker).write(checker.getTypeOfSymbol(exported[at]!))}
}

/** Turns one type into a schema. Types that contain themselves, and those only, are defined apart. */
class Writer {
  private readonly $defs: Record<string, JsonObject> = {}
  private readonly open = new Map<ts.Type, {name: string; isUsed: boolean}>()

  constructor(private readonly checker: ts.TypeChecker) {}

  write(type: ts.Type): TypeSchema {
    const schema = this.schema(type)
    return {schema, $defs: this.$defs}
  }

  private schema(type: ts.Type): JsonObject {
    if (type.isUnion()) return this.union(type.types)
    if (type.isStringLiteral() || type.isNumberLiteral()) return {const: type.value}
    if (type.flags & ts.TypeFlags.BooleanLiteral) return {const: this.checker.typeToString(type) === 'true'}
    if (type.flags & ts.TypeFlags.String || type.flags & ts.TypeFlags.TemplateLiteral) return {type: 'string'}
    if (type.flags & ts.TypeFlags.Number) return {type: 'number'}
    if (type.flags & ts.TypeFlags.Null) return {type: 'null'}
    if (!(type.flags & ts.TypeFlags.Object) && !type.isIntersection()) return {}
    return this.checker.isArrayType(type) || this.checker.isTupleType(type) ? this.array(type) : this.named(type)
  }

  private union(all: readonly ts.Type[]): JsonObject {
    const types = all.filter((type) => !(type.flags & ts.TypeFlags.Undefined))
    if (isAnyJson(types)) return {}
    // The compiler's order depends on what it has seen before.
    const literals = types.filter((type) => type.isStringLiteral() || type.isNumberLiteral())
    const isBoolean = types.filter((type) => type.flags & ts.TypeFlags.BooleanLiteral).length === 2
    const others = types.filter(
      (type) =>
        !literals.includes(type as ts.StringLiteralType) && !(isBoolean && type.flags & ts.TypeFlags.BooleanLiteral),
    )
    const choices: JsonObject[] = [
      ...(literals.length === 0 ? [] : [{enum: literals.map(({value}) => value).sort()}]),
      ...(isBoolean ? [{type: 'boolean'}] : []),
      ...others.map((type) => this.schema(type)),
    ]
    if (choices.length === 1) return choices[0]!
    const names = choices.map((choice) => (Object.keys(choice).length === 1 ? choice['type'] : undefined))
    return names.every((name) => typeof name === 'string') ? {type: names.sort(nullLast)} : {anyOf: choices}
  }

  private array(type: ts.Type): JsonObject {
    const [element] = this.checker.getTypeArguments(type as ts.TypeReference)
    return {type: 'array', ...(element !== undefined && {items: this.schema(element)})}
  }

  /** An object: where it is inside itself, a reference to its definition. */
  private named(type: ts.Type): JsonObject {
    const begun = this.open.get(type)
    if (begun !== undefined) {
      begun.isUsed = true
      return {$ref: `#/$defs/${begun.name}`}
    }
    const entry = {name: (type.aliasSymbol ?? type.symbol)?.name ?? 'Value', isUsed: false}
    this.open.set(type, entry)
    const schema = this.object(type)
    this.open.delete(type)
    if (!entry.isUsed) return schema
    this.$defs[entry.name] = schema
    return {$ref: `#/$defs/${entry.name}`}
  }

  private object(type: ts.Type): JsonObject {
    const properties: Record<string, JsonObject> = {}
    const required: string[] = []
    for (const property of this.checker.getPropertiesOfType(type)) {
      properties[property.name] = this.described(property)
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name)
    }
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    const others = index === undefined ? {} : this.schema(index)
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 && {properties}),
      ...(required.length > 0 && {required}),
      ...(Object.keys(others).length > 0 && {additionalProperties: others}),
    }
  }

  private described(property: ts.Symbol): JsonObject {
    const description = ts.displayPartsToString(property.getDocumentationComment(this.checker)).replaceAll(/\s+/g, ' ')
    const schema = this.schema(this.checker.getTypeOfSymbol(property))
    return description === '' ? schema : {description, ...schema}
  }
}

function nullLast(a: string, b: string): number {
  return Number(a === 'null') - Number(b === 'null') || a.localeCompare(b)
}

/** Whether these are all that JSON has, which needs no words: lists of such lists would have no end. */
function isAnyJson(types: readonly ts.Type[]): boolean {
  const all = [ts.TypeFlags.String, ts.TypeFlags.Number, ts.TypeFlags.Null, ts.TypeFlags.Object]
  return all.every((flag) => types.some((type) => type.flags & flag))
}

function text(schema: JsonValue): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
