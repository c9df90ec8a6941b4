import { performance } from "node:perf_hooks";
import { z } from "zod";
import { viewerOf } from "@/assembly/viewer";
import { Failure } from "@/cli/output";
import { connect, databaseOn, type Reader, type Sql } from "@/platform/database/client";
import { PAGE_MAX } from "@/platform/database/page";
import { databaseUrl, env } from "@/platform/env";
import { once } from "@/platform/once";
import { commentsOf, mayDoInSpace } from "@/posts/comments";
import { feed } from "@/posts/feed";
import { postById } from "@/posts/queries";
import { conversationId } from "@/posts/shape";

/** Whose SQL is run, as whom, how often, and how many run at a time. */
export const aloneShape = z.object({
  token: z.string(),
  post: z.string(),
  what: z.enum(["feed", "thread"]),
  times: z.number().int().min(1),
  workers: z.number().int().min(1),
});
export type AskAlone = z.infer<typeof aloneShape>;

/** What the SQL of one request costs without anything around it. */
export type Alone = { seconds: number; cpuMs: number; times: number; statements: number };

type Statement = Parameters<Sql["unsafe"]>;

/**
 * Runs the very statements of a request `times` times, `workers` at once, through the application's own driver with the
 * application's own settings: text, parameters and options are taken down while the application's functions run.
 */
export async function alone(ask: AskAlone): Promise<Alone> {
  const { client, statements } = await once(`bench.sql.${ask.what}`, () => takeDown(ask));
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  let left = ask.times;
  const work = async () => {
    for (; left > 0; ) {
      left -= 1;
      for (const statement of statements) await client.unsafe(...statement);
    }
  };
  await Promise.all(Array.from({ length: ask.workers }, work));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { seconds, cpuMs: (user + system) / 1000, times: ask.times, statements: statements.length };
}

async function takeDown(ask: AskAlone): Promise<{ client: Sql; statements: Statement[] }> {
  const client = connect(databaseUrl(), env().DATABASE_POOL);
  const statements: Statement[] = [];
  const recording = new Proxy(client, {
    get: (target, key) => {
      if (key !== "unsafe") return Reflect.get(target, key) as unknown;
      return (...statement: Statement) => {
        statements.push(statement);
        return target.unsafe(...statement);
      };
    },
  });
  await read(databaseOn(recording).reader, ask);
  if (statements.length === 0) throw new Failure("The bench saw no statement go through the driver.");
  return { client, statements };
}

/** What the procedures read, in their order. */
async function read(db: Reader, { token, post, what }: AskAlone): Promise<void> {
  const viewer = await viewerOf(db, token);
  if (viewer === null) throw new Failure("The bench's session is not known to the database.");
  if (what === "feed") {
    await feed(db, viewer, { joinedOnly: true }, { take: 20 });
    return;
  }
  const found = await postById(db, viewer, conversationId.parse(post));
  if (found === null) throw new Failure("The bench's thread is not in the database.");
  await commentsOf(db, viewer, [found.id], { take: PAGE_MAX }, mayDoInSpace(viewer, found.facts.space));
}
