import type { Words } from "@/i18n/words";
import type { SearchBoxProps } from "./search-box";

/** What the box and its filters say. */
export function boxWords(t: Words): SearchBoxProps["words"] {
  return {
    label: t("search.label"),
    apply: t("search.apply"),
    recent: t("search.recent.title"),
    recentText: t("search.recent.text"),
    forget: t("search.recent.forget"),
    filters: t("search.filters"),
    any: t("search.any"),
    field: {
      in: t("search.field.in"),
      from: t("search.field.from"),
      fromHint: t("search.field.fromHint"),
      kind: t("search.field.kind"),
      after: t("search.field.after"),
      before: t("search.field.before"),
    },
    kind: {
      post: t("search.kind.post"),
      question: t("search.kind.question"),
      announcement: t("search.kind.announcement"),
      idea: t("search.kind.idea"),
      comment: t("search.kind.comment"),
      person: t("search.kind.person"),
      space: t("search.kind.space"),
    },
    answered: t("search.answered"),
    open: t("search.open"),
  };
}
