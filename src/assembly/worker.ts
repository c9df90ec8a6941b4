import { z } from "zod";
import { closeDatabase, transaction } from "@/platform/database/client";
import { databaseUrl } from "@/platform/env";
import { dispatch } from "@/platform/events/event";
import { idOf } from "@/platform/ids";
import { closeSender, enqueue } from "@/platform/jobs/boss";
import { startWorking, type Work } from "@/platform/jobs/work";
import { log } from "@/platform/log";
import { rendering } from "@/posts/render-again";
import { dispatchEvent } from "./dispatch";
import { HOUSEKEEPING_CRON, housekeeping, keepHouse } from "./housekeeping";
import { slots, workers } from "./jobs";
import { startMailIn } from "./mail-in/listen";
import { reactions } from "./reactions";
import { whenAskedToStop } from "./stop";

const told = z.object({ eventId: idOf<"event">() });

await main();

async function main(): Promise<void> {
  const works: Work[] = [
    { queue: dispatch, handle: (data) => dispatchEvent(told.parse(data).eventId, reactions) },
    { queue: housekeeping, handle: keepHouse },
    ...workers,
  ];
  const stop = await startWorking(databaseUrl(), works, [{ queue: housekeeping, cron: HOUSEKEEPING_CRON }, ...slots]);
  const stopMailIn = await startMailIn();
  // What an older version rendered is rendered again, once there is a newer one.
  await transaction((tx) => enqueue(tx, rendering, {}));
  whenAskedToStop(async () => {
    await stopMailIn();
    await stop();
    await closeSender();
    await closeDatabase();
  });
  log().info({ queues: works.map((work) => work.queue.name) }, "working");
}
