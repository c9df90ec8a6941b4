import type { Words } from "@/i18n/words";
import { Section } from "@/ui/page-title";
import { Table } from "@/ui/table";
import type { EntryView } from "../views";

const KINDS = ["departments", "sites", "groups"] as const;

/** The ways in with the stage from which each opens, and whom the pilot admits. */
export function EntrySheet({ t, entry }: { t: Words; entry: EntryView }) {
  const { audience } = entry;
  return (
    <>
      <Section title={t("entry.ways")}>
        <Table
          caption={t("entry.ways")}
          captionHidden
          rows={entry.ways}
          rowKey={({ way }) => way}
          columns={[
            { key: "way", label: t("entry.way"), cell: ({ way }) => t(`entry.by.${way}`) },
            { key: "from", label: t("entry.from"), cell: ({ from }) => t(`stages.name.${from}`) },
            { key: "open", label: t("entry.now"), cell: ({ open }) => t(open ? "entry.open" : "entry.closed") },
          ]}
        />
      </Section>
      <Section title={t("entry.audience")}>
        {KINDS.every((kind) => audience[kind].length === 0) ? <p className="quiet">{t("entry.nobody")}</p> : null}
        <ul className="stack" data-gap="small">
          {KINDS.filter((kind) => audience[kind].length > 0).map((kind) => (
            <li key={kind}>{t("entry.listed", { kind: t(`entry.${kind}`), names: audience[kind].join(", ") })}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
