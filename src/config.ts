// What the environment says, read once: where the data lives, which database, which address. Checks nothing by itself.
import { homedir, platform } from 'node:os';
import { join, sep } from 'node:path';

export type Config = {
  readonly dataFolder: string;
  /** A PostgreSQL address that replaces the embedded database. */
  readonly databaseUrl?: string;
  readonly host: string;
  readonly port: string;
  readonly sources: SourceAddresses;
};

/** How other services are reached when they are switched on. */
export type SourceAddresses = {
  /** Hosts of this machine or its network that may be asked: "127.0.0.1:8080". */
  readonly privateHosts: readonly string[];
  /** Mirrors that are asked instead of the service itself. */
  readonly bases: { readonly tvmaze?: string; readonly tmdb?: string };
  /** A key that is not to be kept in the data. */
  readonly tmdbKey?: string;
};

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const isInstalled = import.meta.dirname.split(sep).includes('node_modules');
  return {
    dataFolder: env.RUNON_DATA || (isInstalled ? platformFolder(env) : '.runon'),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    host: env.RUNON_HOST || '127.0.0.1',
    port: env.RUNON_PORT || '5757',
    sources: {
      privateHosts: (env.RUNON_PRIVATE_HOSTS ?? '').split(',').flatMap((host) => host.trim() || []),
      bases: {
        ...(env.RUNON_TVMAZE_URL ? { tvmaze: env.RUNON_TVMAZE_URL } : {}),
        ...(env.RUNON_TMDB_URL ? { tmdb: env.RUNON_TMDB_URL } : {}),
      },
      ...(env.RUNON_TMDB_KEY ? { tmdbKey: env.RUNON_TMDB_KEY } : {}),
    },
  };
}

/** Where this platform expects a program's data, for a Runon that was installed and has no folder of its own. */
function platformFolder(env: NodeJS.ProcessEnv): string {
  if (platform() === 'win32')
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'Runon', 'Data');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Runon');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'runon');
}
