import path from "node:path";
import { z } from "zod";
import { type EnvProblem, partialSets } from "./env-sets";

export type ParsedEnv =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly problems: readonly EnvProblem[] };

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be a whole number from ${from} to ${to}`);

const yesOrNo = z
  .enum(["true", "false", "1", "0", "yes", "no"], { error: "must be true or false" })
  .transform((value) => value === "true" || value === "1" || value === "yes");

const list = z.string().transform((value) => Object.freeze(value.split(",").map(trim).filter(Boolean)));

const addresses = list.refine((all) => all.every((one) => z.email().safeParse(one).success), {
  error: "must be mail addresses with commas between them",
});

const port = wholeNumber(1, 65_535);

const urlWith = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => protocols.includes(protocolOf(value)), { error: `must look like ${example}` });

const webUrl = (example: string) =>
  urlWith(["http:", "https:"], example).transform((value) => value.replace(/\/+$/, ""));

const origin = webUrl("https://levain.example.com").refine(
  (value) => protocolOf(value) === "" || new URL(value).origin === value.toLowerCase(),
  { error: "must be an address without a path, like https://levain.example.com" },
);

const fields = {
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: port.default(3000),
  HOST: z.string().optional(),
  APP_URL: origin.optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  DATABASE_URL: urlWith(["postgres:", "postgresql:"], "postgres://user:password@host:5432/levain").optional(),
  DATABASE_LISTEN_URL: urlWith(["postgres:", "postgresql:"], "postgres://user:password@host:5432/levain").optional(),
  DATABASE_POOL: wholeNumber(1, 200).default(10),
  OIDC_ISSUER: webUrl("https://sso.example.com/realms/levain").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z
    .string()
    .regex(/(^|\s)openid(\s|$)/, "must contain openid")
    .default("openid email profile"),
  OIDC_GROUPS_CLAIM: z.string().default("groups"),
  OIDC_HOST_GROUPS: list.default(Object.freeze([])),
  OIDC_ADMIN_GROUPS: list.default(Object.freeze([])),
  OIDC_TRUST_EMAIL: yesOrNo.default(false),
  LEVAIN_ADMIN: addresses.default(Object.freeze([])),
  LEVAIN_DATA_DIR: z.string().default(".data"),
  LEVAIN_IDP_PORT: port.optional(),
  LEVAIN_DEMO: yesOrNo.default(false),
  LEVAIN_DEV: yesOrNo.default(false),
  SMTP_URL: urlWith(["smtp:", "smtps:"], "smtp://user:password@mail.example.com:587").optional(),
  MAIL_FROM: z.string().regex(/@/, "must contain a mail address, like Levain <levain@example.com>").optional(),
  MAIL_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(
      /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/,
      "must be a domain, like levain.example.com",
    )
    .optional(),
  MAIL_IN_PORT: port.optional(),
  MAIL_IN_HOST: z.string().default("127.0.0.1"),
  MAIL_IN_PROTOCOL: z.enum(["smtp", "lmtp"], { error: "must be smtp or lmtp" }).default("smtp"),
  MAIL_IN_AUTHSERV: z.string().optional(),
  MAIL_WAIT_SECONDS: wholeNumber(0, 86_400).default(120),
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  WEBHOOK_LOCAL: yesOrNo.default(false),
  PUSH_HOSTS: list.default(Object.freeze([])),
  SESSION_SECRET: z.string().min(32, "must be at least 32 characters long").optional(),
  METRICS_TOKEN: z.string().min(16, "must be at least 16 characters long").optional(),
  S3_ENDPOINT: webUrl("https://s3.example.com").optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be a bucket's name, like levain-files")
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  UPLOAD_PICTURE_MAX_MB: wholeNumber(1, 100).default(10),
  UPLOAD_FILE_MAX_MB: wholeNumber(1, 1000).default(25),
  UPLOAD_DAY_MAX_MB: wholeNumber(1, 100_000).default(200),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
};

const shape = z.object(fields);
type Raw = z.infer<typeof shape>;

/**
 * The environment, parsed: each name is the variable's own name.
 * `APP_URL`, `HOST`, `LEVAIN_IDP_PORT` and `LEVAIN_DATA_DIR` (absolute) always have a value; what the launcher provides
 * when it is unset (`DATABASE_URL`, `OIDC_*`, `SESSION_SECRET`, `METRICS_TOKEN`) may be undefined before it ran.
 */
export type Env = Readonly<Raw & { HOST: string; APP_URL: string; LEVAIN_IDP_PORT: number }>;

/**
 * Parses an environment without touching the process. An empty value counts as unset (compose files pass those).
 * Gives the frozen `Env`, or every problem at once, sorted as the variables are listed in `.env.example`.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): ParsedEnv {
  const given: Record<string, string> = {};
  for (const name of Object.keys(fields)) {
    const value = source[name]?.trim();
    if (value) given[name] = value;
  }
  const parsed = shape.safeParse(given);
  const problems: EnvProblem[] = parsed.success
    ? togetherProblems(parsed.data)
    : [...parsed.error.issues.map(asProblem), ...partialSets(given)];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const raw = parsed.data;
  return {
    ok: true,
    env: Object.freeze({
      ...raw,
      HOST: raw.HOST ?? (isDemo(raw) ? "127.0.0.1" : "0.0.0.0"),
      APP_URL: raw.APP_URL ?? `http://localhost:${raw.PORT}`,
      LEVAIN_IDP_PORT: raw.LEVAIN_IDP_PORT ?? (raw.PORT < 65_535 ? raw.PORT + 1 : raw.PORT - 1),
      LEVAIN_DATA_DIR: path.resolve(raw.LEVAIN_DATA_DIR),
    }),
  };
}

let parsedOnce: Env | undefined;

/** The process's environment, parsed at the first call and frozen. Throws `EnvError` naming every wrong variable. */
export function env(): Env {
  if (!parsedOnce) {
    const parsed = parseEnv(process.env);
    if (!parsed.ok) throw new EnvError(parsed.problems);
    parsedOnce = parsed.env;
  }
  return parsedOnce;
}

/** The database's address, for whoever cannot work without one. Throws `EnvError` when `DATABASE_URL` is unset. */
export function databaseUrl(): string {
  return required("DATABASE_URL", env().DATABASE_URL);
}

/** The secret that signs cookies and tokens. Throws `EnvError` when `SESSION_SECRET` is unset. */
export function sessionSecret(): string {
  return required("SESSION_SECRET", env().SESSION_SECRET);
}

/** The three values an OpenID Connect client needs. Throws `EnvError` when sign-in is not configured. */
export function oidcClient(): { issuer: string; clientId: string; clientSecret: string } {
  return {
    issuer: required("OIDC_ISSUER", env().OIDC_ISSUER),
    clientId: required("OIDC_CLIENT_ID", env().OIDC_CLIENT_ID),
    clientSecret: required("OIDC_CLIENT_SECRET", env().OIDC_CLIENT_SECRET),
  };
}

/** Reads `.env` of the working folder, if there is one, into the process; what is already set wins. */
export function loadEnvFile(file = ".env"): void {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

/**
 * Sets variables for this process, and forgets what `env()` had parsed.
 * For the launcher and the command line, which provide what the operator left unset.
 */
export function provideEnv(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
  parsedOnce = undefined;
}

/** A copy of the process's environment, to hand to a child process. */
export function inheritedEnv(): NodeJS.ProcessEnv {
  return { ...process.env };
}

/** next-auth reads its address and its secret from the environment under its own names: give it ours. */
export function prepareAuthEnv(): void {
  process.env.NEXTAUTH_URL = env().APP_URL;
  process.env.NEXTAUTH_SECRET = sessionSecret();
}

/** The environment cannot be used; the message has one line for each variable. */
export class EnvError extends Error {
  constructor(readonly problems: readonly EnvProblem[]) {
    super(problems.map(({ name, message }) => `${name} ${message}`).join("\n"));
    this.name = "EnvError";
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new EnvError([{ name, message: "is not set; npm start provides it" }]);
  return value;
}

function trim(text: string): string {
  return text.trim();
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : "";
}

function asProblem(issue: z.core.$ZodIssue): EnvProblem {
  const name = String(issue.path[0]);
  const message = issue.code === "invalid_value" ? `must be one of ${issue.values.join(", ")}` : issue.message;
  return { name, message };
}

function isDemo(raw: Pick<Raw, "OIDC_ISSUER" | "LEVAIN_DEMO">): boolean {
  return raw.LEVAIN_DEMO || raw.OIDC_ISSUER === undefined;
}

function opensDemo(name: string): string {
  return `opens the demo to the network, where anybody could choose whom to be: set OIDC_ISSUER, or unset ${name}`;
}

function togetherProblems(raw: Raw): EnvProblem[] {
  const problems = partialSets(raw);
  for (const name of ["HOST", "MAIL_IN_HOST"] as const) {
    const host = raw[name];
    if (isDemo(raw) && host !== undefined && !LOOPBACK.has(host)) problems.push({ name, message: opensDemo(name) });
  }
  if (isDemo(raw) && raw.LEVAIN_IDP_PORT === raw.PORT)
    problems.push({ name: "LEVAIN_IDP_PORT", message: "must differ from PORT" });
  return problems;
}
