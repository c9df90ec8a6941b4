import { TABLE_HEAD, tableRows } from "@/feedback/table/csv";
import { sendTable } from "@/platform/http/send-table";
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
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const [, slug = ""] = TABLE.exec(visit.url.pathname) ?? [];
    const { table } = createCaller({ ...visitor, requestId: visit.requestId });
    // The first part is asked for before anything is said: a refusal still has its own answer.
    const first = await table.ideas({ slug });
    if (visitor.viewer === null) throw new TurnedAway(401, "signIn");
    await spend(OFTEN, visitor.viewer.id);
    const parts = async function* () {
      for (let part = first; ; part = await table.ideas({ slug, after: part.next })) {
        yield tableRows(part.items);
        if (part.next === null) return;
      }
    };
    await sendTable(visit, `levain-${slug}`, TABLE_HEAD, parts());
  },
};
