import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { withoutPassword } from "@/cli/address";
import { whoRuns } from "@/cli/start/running";
import { connect } from "@/platform/database/client";
import { pendingMigrations } from "@/platform/database/migrate";
import { type Env, inheritedEnv, parseEnv } from "@/platform/env";
import { readPostmaster } from "@/platform/postgres/postmaster";
import { storageOf } from "@/platform/storage/storage";

/** One thing that was looked at. */
export type Finding = { readonly name: string; readonly state: "good" | "bad" | "note"; readonly message: string };

const NODE_MAJOR = 24;
const OTHERS = 0o077;
const ASK_WITHIN_MS = 5000;

/** Looks at the configuration, the data folder, the database, the sign-in, the mail and the files. Leaves nothing changed. */
export async function examine(): Promise<Finding[]> {
  const parsed = parseEnv(inheritedEnv());
  const findings = [examineNode()];
  if (!parsed.ok) {
    const bad = parsed.problems.map(({ name, message }): Finding => ({ name, state: "bad", message }));
    return [...findings, ...bad];
  }
  const { env } = parsed;
  findings.push(good("configuration", "every variable can be used"), ...examineDataDir(env), examineServer(env));
  findings.push(await examineDatabase(env), await examineSignIn(env), examineMail(env), await examineFiles(env));
  return findings;
}

function examineNode(): Finding {
  const enough = Number(process.versions.node.split(".")[0]) >= NODE_MAJOR;
  return {
    name: "node",
    state: enough ? "good" : "bad",
    message: `${process.version}, ${NODE_MAJOR} or newer is needed`,
  };
}

function examineDataDir({ LEVAIN_DATA_DIR: dataDir }: Env): Finding[] {
  const secrets = path.join(dataDir, "secrets.json");
  if (!existsSync(secrets)) return [note("data folder", `${dataDir} is made at the first start`)];
  const open = (statSync(secrets).mode & OTHERS) !== 0 && process.platform !== "win32";
  return open ? [bad("data folder", `others can read ${secrets}: chmod 600 it`)] : [good("data folder", dataDir)];
}

function examineServer({ LEVAIN_DATA_DIR }: Env): Finding {
  const running = whoRuns(LEVAIN_DATA_DIR);
  return running
    ? good("levain", `runs as process ${running.pid}, ${running.address}`)
    : note("levain", "does not run on this data folder");
}

async function examineDatabase(env: Env): Promise<Finding> {
  if (!env.DATABASE_URL) {
    const postmaster = readPostmaster(path.join(env.LEVAIN_DATA_DIR, "postgres"));
    return note("database", postmaster ? `embedded, runs as process ${postmaster.pid}` : "embedded, does not run now");
  }
  const shown = withoutPassword(env.DATABASE_URL);
  const client = connect(env.DATABASE_URL, 1);
  try {
    const [row] = await client<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if ((row?.version ?? 0) < 180_000) return bad("database", `${shown} is older than PostgreSQL 18`);
    const pending = await pendingMigrations(client);
    return pending > 0 ? bad("database", `${pending} migrations are missing: levain migrate`) : good("database", shown);
  } catch (error) {
    return bad("database", `${shown} does not answer: ${error instanceof Error ? error.message : error}`);
  } finally {
    await client.end({ timeout: 1 });
  }
}

async function examineSignIn({ OIDC_ISSUER: issuer, LEVAIN_ADMIN: admins }: Env): Promise<Finding> {
  if (!issuer)
    return note("sign-in", "the demo: anybody on this machine chooses whom to be. Set OIDC_ISSUER to use yours");
  try {
    const signal = AbortSignal.timeout(ASK_WITHIN_MS);
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal });
    if (!response.ok) return bad("sign-in", `${issuer} answers ${response.status} for its openid-configuration`);
    const found: unknown = await response.json();
    const says = typeof found === "object" && found !== null && "issuer" in found ? String(found.issuer) : "nothing";
    if (says.replace(/\/+$/, "") !== issuer)
      return bad("sign-in", `${issuer} calls itself ${says}: OIDC_ISSUER must be that`);
    return admins.length > 0 ? good("sign-in", issuer) : note("sign-in", `${issuer}; LEVAIN_ADMIN names nobody yet`);
  } catch (error) {
    return bad("sign-in", `${issuer} does not answer: ${error instanceof Error ? error.message : error}`);
  }
}

function examineMail({ SMTP_URL, MAIL_FROM, MAIL_DOMAIN }: Env): Finding {
  const comes = MAIL_DOMAIN ? `mail to ${MAIL_DOMAIN} is taken in` : "MAIL_DOMAIN is not set: none is taken in";
  if (!SMTP_URL) return note("mail", `SMTP_URL is not set: mail is kept and not sent; ${comes}`);
  return good("mail", `${withoutPassword(SMTP_URL)} from ${MAIL_FROM}; ${comes}`);
}

/** Whether files can be kept: a small one is written, read and removed. A folder that is not there yet is made later. */
async function examineFiles(env: Env): Promise<Finding> {
  const made = storageOf(env);
  if (!env.S3_ENDPOINT && !existsSync(made.place)) return note("files", `${made.place} is made with the first file`);
  const key = `doctor/${randomUUID()}`;
  try {
    await made.put(key, Readable.from([Buffer.from("levain")]), 6);
    const back = await made.get(key);
    const text = back === null ? "" : (await buffer(back)).toString();
    await made.remove(key);
    return text === "levain"
      ? good("files", made.place)
      : bad("files", `${made.place} does not give back what it keeps`);
  } catch (error) {
    return bad("files", `${made.place} keeps nothing: ${error instanceof Error ? error.message : error}`);
  }
}

function good(name: string, message: string): Finding {
  return { name, state: "good", message };
}

function bad(name: string, message: string): Finding {
  return { name, state: "bad", message };
}

function note(name: string, message: string): Finding {
  return { name, state: "note", message };
}
