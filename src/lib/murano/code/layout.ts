/** Where one kind of thing is: a folder, and the files in it by patterns, which may lead beside it. */
export interface Place {
  location: string
  include: readonly string[]
  exclude: readonly string[]
}

/** Where everything of a project is, and what it belongs to. Paths are below the project's folder. */
export interface Layout {
  application: string | undefined
  product: string | undefined
  /** `nested`: folders are part of a module's name. */
  modules: Place & {nested: boolean}
  endpoints: Place
  /** Handlers that are left alone (`SERVICE` or `SERVICE.EVENT`), and such as are never deleted (with `*`). */
  handlers: Place & {skipped: readonly string[]; undeletable: readonly string[]}
  /** `defaultPage` is the file that is served as `/`. */
  files: Place & {defaultPage: string}
  /** The file of a product's resources. */
  resources: string
}

/** Settings of a `.murano/config`: sections of keys. */
export type ConfigSections = Readonly<Record<string, unknown>>

/** A `*.murano` file or `murano.yaml`, parsed. */
export type ProjectFile = Readonly<Record<string, unknown>>

const noTests = ['*_test.lua', '*_spec.lua', '.*']
const inTwoLevels = ['*.lua', '*/*.lua']

/** Where things are where nothing says otherwise. */
const usual = {
  modules: {location: 'modules', include: ['**/*.lua'], exclude: noTests},
  endpoints: {
    location: 'routes',
    include: [...inTwoLevels, ...inTwoLevels.map((pattern) => `../endpoints/${pattern}`)],
    exclude: noTests,
  },
  handlers: {
    location: 'services',
    include: [...inTwoLevels, ...inTwoLevels.map((pattern) => `{../eventhandlers,../event_handler}/${pattern}`)],
    exclude: noTests,
  },
  files: {location: 'files', include: ['**/*'], exclude: []},
} as const

// Murano makes these by itself, and an application does not work without them.
const skipped = ['device.service_call', 'device2.event', 'interface', 'webservice', 'websocket']
const undeletable = ['*.event', 'timer.timer', 'tsdb.exportJob', 'user.account']

/** The layout that the files of a project tell: the project file over the settings, over what is usual. */
export function layoutOf(config: ConfigSections, project: ProjectFile): Layout {
  const settings = (section: string, key: string) => textAt(config, section, key)
  const placeOf = (kind: keyof typeof usual, section: string, ...sections: readonly string[]): Place => {
    const told = sections.map((name) => sectionAt(project, name)).find((one) => one !== undefined) ?? {}
    return {
      location: text(told['location']) ?? settings('location', section) ?? usual[kind].location,
      include: patterns(told['include']) ?? words(settings(searchSections[kind], 'searchFor')) ?? usual[kind].include,
      exclude: patterns(told['exclude']) ?? words(settings(searchSections[kind], 'ignoring')) ?? usual[kind].exclude,
    }
  }
  const assets = sectionAt(project, 'assets')
  return {
    // Before there were applications and products, there were solutions.
    application: settings('application', 'id') ?? settings('solution', 'id'),
    product: settings('product', 'id'),
    modules: {
      ...placeOf('modules', 'modules', 'modules'),
      nested: settings('modules', 'no-nesting') !== 'true',
    },
    endpoints: placeOf('endpoints', 'endpoints', 'routes', 'endpoints'),
    handlers: {
      ...placeOf('handlers', 'eventhandlers', 'services'),
      skipped: words(settings('eventhandler', 'skiplist')) ?? skipped,
      undeletable: words(settings('eventhandler', 'undeletable')) ?? undeletable,
    },
    files: {
      ...placeOf('files', 'files', 'assets'),
      defaultPage: text(assets?.['default_page']) ?? settings('files', 'default_page') ?? 'index.html',
    },
    resources:
      resourcesOf(sectionAt(project, 'resources')) ?? settings('location', 'resources') ?? 'specs/resources.yaml',
  }
}

/** What the sections are called that say which files count. */
const searchSections = {
  modules: 'modules',
  endpoints: 'endpoints',
  handlers: 'eventhandler',
  files: 'files',
} as const

function resourcesOf(section: ProjectFile | undefined): string | undefined {
  const [file] = patterns(section?.['include']) ?? []
  const location = text(section?.['location'])
  if (file === undefined) return location && `${location}/resources.yaml`
  return `${location ?? 'specs'}/${file}`
}

/** Whether one of the patterns names the handler: by service, or service and event; `*` stands for any. */
export function isNamed(patterns: readonly string[], {service, event}: {service: string; event: string}): boolean {
  return patterns.some((pattern) => {
    const [first, second = '*'] = pattern.split('.')
    return (first === '*' || first === service) && (second === '*' || second === event)
  })
}

function sectionAt(sections: Readonly<Record<string, unknown>>, name: string): ProjectFile | undefined {
  const section = sections[name]
  return typeof section === 'object' && section !== null ? (section as ProjectFile) : undefined
}

function textAt(config: ConfigSections, section: string, key: string): string | undefined {
  return text(sectionAt(config, section)?.[key])
}

function text(value: unknown): string | undefined {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** One pattern or several. An empty node of a project file is none. */
function patterns(value: unknown): string[] | undefined {
  if (value === undefined) return undefined
  return [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')
}

/** Several words in one setting. */
function words(value: string | undefined): string[] | undefined {
  return value?.split(/\s+/).filter((word) => word !== '')
}
