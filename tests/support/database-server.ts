import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "@/platform/database/migrate";
import { startEmbedded } from "@/platform/postgres/embedded";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server's administrator, and of the migrated database that each test file copies. */
    database: { admin: string; template: string };
  }
}

const TEMPLATE = "levain_template";

/** Starts a throw-away PostgreSQL (or takes the one at TEST_DATABASE_URL) and prepares the database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = mkdtempSync(path.join(tmpdir(), "levain-test-"));
  const server =
    given === undefined ? await startEmbedded({ dataDir: folder, password: "throw-away", fleeting: true }) : null;
  const admin = given ?? server?.url ?? "";
  const template = `${TEMPLATE}_${process.pid}`;
  const client = postgres(admin, { max: 1, onnotice: () => {} });
  await client.unsafe(`create database ${template}`);
  await migrate(urlOf(admin, template));
  project.provide("database", { admin, template });
  return async () => {
    await client.unsafe(`drop database if exists ${template} with (force)`);
    await client.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function urlOf(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.toString();
}
