/** The proxy's addresses, as patterns in which `:name` stands for one segment. The page calls them, the proxy serves them. */
export const routes = {
  health: '/api/health',
  ready: '/api/health/ready',
  config: '/api/config',
  /** The image is the body; the query's `name` is its file name. */
  files: '/api/files',
  generations: '/api/generations',
  /** What came of a create, by the id that it was sent with; nothing is ever sent for it. */
  generation: '/api/generations/:id',
  task: '/api/tasks/:id',
  /** Server-sent events. */
  taskEvents: '/api/tasks/:id/events',
  taskResult: '/api/tasks/:id/results/:index',
  /** The query's `url` is the image's address on the web. */
  images: '/api/images',
  /** What the service calls when a task has ended. */
  callback: '/api/callbacks/:secret',
  /** For a monitor. */
  metrics: '/metrics',
  signIn: '/sign-in',
  signOut: '/sign-out',
  signOutEverywhere: '/sign-out/everywhere',
} as const;

/** The service's own addresses, which the proxy calls and the sandbox serves. */
export const serviceRoutes = {
  upload: '/api/v1/files/upload/stream',
  generations: '/v1/images/generations',
  task: '/v1/tasks/:id',
} as const;

/** Everything of the proxy's that the page's code calls. */
export const apiPaths = '/api/*';

type Route = (typeof routes)[keyof typeof routes] | (typeof serviceRoutes)[keyof typeof serviceRoutes];

type ParameterName<Pattern extends string> = Pattern extends `${infer Head}/${infer Tail}`
  ? ParameterName<Head> | ParameterName<Tail>
  : Pattern extends `:${infer Name}`
    ? Name
    : never;

type RouteParameters<Pattern extends Route> = Readonly<Record<ParameterName<Pattern>, string | number>>;

/** The path of a route with its parameters filled in, percent-encoded, and the query's values behind it, likewise. */
export function routePath<Pattern extends Route>(
  pattern: Pattern,
  parameters: RouteParameters<Pattern>,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const values = Object.entries<string | number>(parameters);
  const path = values.reduce<string>(
    (filled, [name, value]) => filled.replace(`:${name}`, encodeURIComponent(value)),
    pattern,
  );
  const search = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return search.length === 0 ? path : `${path}?${search.join('&')}`;
}

/** Whether the path, without its query, is one of this route. */
export function isPathOf(pattern: Route, path: string): boolean {
  const expected = pattern.split('/');
  const segments = path.split('/', expected.length + 1);
  return (
    segments.length === expected.length &&
    expected.every((segment, at) =>
      segment.startsWith(':') ? segments[at] !== '' : segment === segments[at],
    )
  );
}
