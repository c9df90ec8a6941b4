import { words } from "@/i18n/words";
import { paths } from "@/paths";
import type { Row } from "@/platform/http/csv";
import { sendTable } from "@/platform/http/send-table";
import type { CurvesView } from "@/readiness/views";
import { createCaller } from "../router";
import { at, type Door } from "./door";
import { spendAnonymous } from "./limits";
import { visitorOf } from "./visitor";

/** The table behind the curves, for whoever may see them. */
export const curvesDoor: Door = {
  name: "curves",
  opensTo: at(paths.launchCurvesFile()),
  methods: ["GET"],
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const { weeks } = await createCaller({ ...visitor, requestId: visit.requestId }).readiness.curves();
    const t = words(visitor.locale);
    const head = [
      t("readiness.curves.week"),
      t("readiness.curves.voices"),
      t("readiness.curves.returning"),
      t("readiness.curves.opened"),
      t("readiness.curves.answeredInTime"),
    ];
    await sendTable(visit, "levain-curves", head, [weeks.map(rowOf)]);
  },
};

function rowOf({ from, voices, returning, opened, answered }: CurvesView["weeks"][number]): Row {
  return [from.toISOString().slice(0, 10), voices, returning, opened, answered];
}
