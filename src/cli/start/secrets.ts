import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Failure } from "@/cli/output";

const secretsShape = z.object({
  databasePassword: z.string().min(1),
  sessionSecret: z.string().min(32),
  metricsToken: z.string().min(16),
  oidcClientSecret: z.string().min(1),
});

/** What Levain makes up for itself when the operator does not give it. */
export type Secrets = z.infer<typeof secretsShape>;

const BYTES = 32;

/** Reads `secrets.json` of the data folder, or makes it. */
export function keepSecrets(dataDir: string): Secrets {
  makeDataDir(dataDir);
  return keepWhole(path.join(dataDir, "secrets.json"), secretsShape, makeSecrets);
}

/**
 * Reads a file of secrets, or makes it: readable by its owner alone (0600) and whole from the first moment, so that two
 * commands that begin together agree.
 */
export function keepWhole<S extends z.ZodType>(file: string, shape: S, make: () => z.output<S>): z.output<S> {
  const draft = `${file}.${process.pid}`;
  const existing = readIfThere(file);
  if (existing !== undefined) return parseSecrets(existing, file, shape);
  writeFileSync(draft, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return parseSecrets(readFileSync(file, "utf8"), file, shape);
}

/**
 * Makes the data folder for its owner alone. Root's can be walked through (0711), but not listed: the database runs as
 * another user and must reach its own folder inside.
 */
function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    if (!isCode(error, "EACCES") && !isCode(error, "EPERM") && !isCode(error, "EROFS")) throw error;
    throw new Failure(
      `The data folder ${dataDir} belongs to another user, or cannot be written. ` +
        "Start Levain as the user who began it, or set LEVAIN_DATA_DIR to another folder.",
    );
  }
}

function makeSecrets(): Secrets {
  const secret = () => randomBytes(BYTES).toString("base64url");
  return { databasePassword: secret(), sessionSecret: secret(), metricsToken: secret(), oidcClientSecret: secret() };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    if (isCode(error, "EACCES")) throw new Failure(`${file} belongs to another user: start Levain as that user.`);
    throw error;
  }
}

function parseSecrets<S extends z.ZodType>(text: string, file: string, shape: S): z.output<S> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Failure(`${file} is damaged. Put back a copy of it; without one, its database cannot be opened again.`);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
