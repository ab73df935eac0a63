/** The only reader of the environment. Names are resolved when asked, so that a missing secret is told by name. */
export interface Environment {
  /** Address of a PostgreSQL database, when --database is not given. */
  readonly database: string | undefined;
  /** Folder of the embedded database, when --data-dir is not given. */
  readonly dataDir: string | undefined;
  readonly profile: string | undefined;
  /** Json file of sources that the month run pulls by itself. */
  readonly sources: string | undefined;
  /** Json file of the channels by which people are told. */
  readonly channels: string | undefined;
  /** Receivers inside that messages may go to, besides public addresses. */
  readonly notifyAllow: string | undefined;
  /** Where readers of messages can look at alerts. */
  readonly url: string | undefined;
  /** Keys that seal addresses at rest; undefined takes those of the data folder. */
  readonly secretKey: string | undefined;
  readonly user: string;
  readonly language: "zh" | "en";
  /** A secret a source names, such as its bearer token. */
  secret(name: string): string | undefined;
}

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    database: env.WENGANG_DATABASE,
    dataDir: env.WENGANG_DATA_DIR,
    profile: env.WENGANG_PROFILE,
    sources: env.WENGANG_SOURCES,
    channels: env.WENGANG_CHANNELS,
    notifyAllow: env.WENGANG_NOTIFY_ALLOW,
    url: env.WENGANG_URL,
    secretKey: env.WENGANG_SECRET_KEY,
    language: env.WENGANG_LANG === "en" ? "en" : "zh",
    user: env.WENGANG_USER ?? env.USER ?? "unknown",
    secret: (name) => env[name],
  };
}
