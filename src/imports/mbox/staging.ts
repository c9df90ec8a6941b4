import { finished } from "node:stream/promises";
import type { Sql } from "@/platform/database/client";

/** One row for COPY in PostgreSQL's text format; null is written as `\N`. */
export type CopyRow = readonly (string | number | Date | null)[];

function field(value: string | number | Date | null): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number") return String(value);
  return value.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char);
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A COPY that is under way on a connection, which can do nothing else until `end`. */
export type Copying = {
  write(row: CopyRow): Promise<void>;
  end(): Promise<void>;
  /** Gives up: nothing of this COPY stays, and the connection is free again. */
  abort(): Promise<void>;
};

/** Starts to copy rows into a table; names are constants of this room. `write` waits while the server is busy, so that nothing piles up here. */
export async function copyInto(
  client: Sql,
  table: "mail_staged" | "mail_placed",
  columns: typeof STAGED | typeof PLACED,
): Promise<Copying> {
  const stream = await client.unsafe(`copy ${table} (${columns.join(", ")}) from stdin`).writable();
  const done = finished(stream);
  // Told to whoever writes or ends; without this line a failure in between would end the process.
  done.catch(() => {});
  return {
    async write(row) {
      if (stream.write(`${row.map(field).join("\t")}\n`)) return;
      await Promise.race([new Promise((resume) => stream.once("drain", resume)), done]);
    },
    async end() {
      stream.end();
      await done;
    },
    async abort() {
      stream.destroy(new Error("the copy was given up"));
      await done.catch(() => {});
    },
  };
}

export const STAGED = ["n", "tag", "title", "tagged_title", "body", "body_html", "excerpt"] as const;
export const PLACED = [
  "ord",
  "n",
  "conversation_id",
  "comment_id",
  "parent_id",
  "author_id",
  "sent_at",
  "message_hash",
  "subject_hash",
] as const;

/**
 * The tables that a run works in: the words of each mail, and each mail's place. They are temporary: the server drops
 * them with the connection, however the run ends, and nobody else sees them.
 */
export async function createStaging(client: Sql): Promise<void> {
  await client`create temporary table mail_staged (
    n integer not null, tag text not null, title text not null, tagged_title text not null,
    body text not null, body_html text not null, excerpt text not null)`;
  await client`create temporary table mail_placed (
    ord integer not null, n integer not null, conversation_id uuid not null, comment_id uuid, parent_id uuid,
    author_id uuid not null, sent_at timestamptz(3) not null, message_hash text not null, subject_hash text not null)`;
}

/** Makes the staged rows quick to find; to be called once they are all there. */
export async function indexStaging(client: Sql): Promise<void> {
  await client`create unique index mail_staged_n on mail_staged (n)`;
  await client`create unique index mail_placed_ord on mail_placed (ord)`;
  await client`analyze mail_staged`;
  await client`analyze mail_placed`;
}
