import { once } from "node:events";
import { tableHead, tableLines } from "@/feedback/table/csv";
import { PERSONAL } from "@/platform/http/answers";
import { TurnedAway } from "@/platform/http/visit";
import { spend } from "@/platform/limits/limit";
import { createCaller } from "../router";
import type { Door } from "./door";
import { spendAnonymous } from "./limits";
import { visitorOf } from "./visitor";

const TABLE = /^\/boards\/([a-z0-9-]{2,60})\/export$/;
const OFTEN = { name: "table", points: 30, seconds: 600 };

/** The ideas of a board as a table, for those who run it; read and sent part by part. */
export const tableDoor: Door = {
  name: "table",
  opensTo: (path) => TABLE.test(path),
  methods: ["GET"],
  handle: async (visit) => {
    const { res, req } = visit;
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const [, slug = ""] = TABLE.exec(visit.url.pathname) ?? [];
    const { table } = createCaller({ ...visitor, requestId: visit.requestId });
    // The first part is asked for before anything is said: a refusal still has its own answer.
    let part = await table.ideas({ slug });
    if (visitor.viewer === null) throw new TurnedAway(401, "signIn");
    await spend(OFTEN, visitor.viewer.id);
    res.setHeader("content-type", "text/csv; charset=utf-8");
    res.setHeader("content-disposition", `attachment; filename="levain-${slug}.csv"`);
    res.setHeader("cache-control", PERSONAL);
    if (req.method === "HEAD") {
      res.end();
      return;
    }
    res.write(tableHead());
    for (;;) {
      if (!res.write(tableLines(part.items)) && !res.destroyed)
        await Promise.race([once(res, "drain"), once(res, "close")]);
      if (part.next === null || res.destroyed) break;
      part = await table.ideas({ slug, after: part.next });
    }
    res.end();
  },
};
