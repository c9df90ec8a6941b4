import { words } from "@/i18n/words";
import { paths } from "@/paths";
import { sendText } from "@/platform/http/answers";
import { csv } from "@/platform/http/csv";
import type { CurvesView } from "@/readiness/views";
import { createCaller } from "../router";
import { at, type Door } from "./door";
import { spendAnonymous } from "./limits";
import { type Visitor, visitorOf } from "./visitor";

/** The table behind the curves, for whoever may see them. */
export const curvesDoor: Door = {
  name: "curves",
  opensTo: at(paths.launchCurvesFile()),
  methods: ["GET"],
  handle: async (visit) => {
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    const { weeks } = await createCaller({ ...visitor, requestId: visit.requestId }).readiness.curves();
    visit.res.setHeader("content-disposition", 'attachment; filename="levain-curves.csv"');
    sendText(visit.res, 200, "text/csv; charset=utf-8", table(weeks, visitor.locale));
  },
};

/** The byte order mark tells spreadsheets that this is UTF-8. */
function table(weeks: CurvesView["weeks"], locale: Visitor["locale"]): string {
  const t = words(locale);
  const head = [
    t("readiness.curves.week"),
    t("readiness.curves.voices"),
    t("readiness.curves.returning"),
    t("readiness.curves.opened"),
    t("readiness.curves.answeredInTime"),
  ];
  const rows = weeks.map(({ from, voices, returning, opened, answered }) => [
    from.toISOString().slice(0, 10),
    voices,
    returning,
    opened,
    answered,
  ]);
  return `\ufeff${csv([head, ...rows])}`;
}
