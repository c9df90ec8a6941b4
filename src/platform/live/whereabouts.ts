import { randomUUID } from "node:crypto";
import { transaction } from "@/platform/database/client";
import { log } from "@/platform/log";
import { arrive, depart, departAll, type Present, sweepPresence } from "./presence";
import type { Listening } from "./subscriber";
import { partsOf } from "./topic";

/** Who is where, by the streams of this process. Nobody waits for it: a failure is mended by the next pulse. */
export class Whereabouts {
  private readonly process = randomUUID();

  came(one: Listening): Promise<void> {
    return quietly(() => transaction((tx) => arrive(tx, this.process, presentAs(one))));
  }

  /** @param others the streams that stay open: somebody with a second window has not gone */
  went(one: Listening, others: Iterable<Listening>): Promise<void> {
    const stay = new Set<string>();
    for (const other of others) if (other.personId === one.personId) for (const topic of other.topics) stay.add(topic);
    const gone = presentAs(one).filter(({ topic }) => !stay.has(topic));
    if (gone.length === 0) return Promise.resolve();
    return quietly(() => transaction((tx) => depart(tx, this.process, gone)));
  }

  /** Says that all these are still here, and forgets those of whom nobody says so. */
  keep(open: readonly Listening[]): Promise<void> {
    return quietly(() =>
      transaction(async (tx) => {
        await arrive(tx, this.process, open.flatMap(presentAs));
        await sweepPresence(tx);
      }),
    );
  }

  close(): Promise<void> {
    return quietly(() => transaction((tx) => departAll(tx, this.process)));
  }
}

function presentAs({ topics, personId, shown }: Listening): Present[] {
  if (!shown) return [];
  return [...topics].filter((topic) => partsOf(topic).kind === "conversation").map((topic) => ({ topic, personId }));
}

async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log().warn({ err: error }, "who is where was not written down");
  }
}
