"use client";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { Table } from "@/ui/table";
import type { Room } from "./data";
import { DepartmentTable } from "./departments";
import { useReader } from "./reader";

/** Who is inside, and why: counted, never named. */
export function Inside({ room }: { room: Room }) {
  const { t } = useReader(room.at);
  const { total, byReason, departments } = room.inside;
  return (
    <Section title={t("launch.room.inside")}>
      {total === 0 ? (
        <p>{t("launch.room.nobodyInside")}</p>
      ) : (
        <div className="stack">
          <Table
            caption={<span className="hidden-words">{t("launch.room.reasonCaption")}</span>}
            rows={byReason}
            rowKey={({ because }) => because}
            columns={[
              { key: "because", label: t("launch.room.reason"), cell: ({ because }) => t(`launch.reasons.${because}`) },
              { key: "count", label: t("launch.room.people"), numeric: true, cell: ({ count }) => count },
            ]}
          />
          <DepartmentTable t={t} departments={departments} caption={t("launch.room.departmentCaption")} />
        </div>
      )}
    </Section>
  );
}

/** Who asks to come in, and who was asked in and has not come. */
export function AtTheDoor({ room }: { room: Room }) {
  const { t } = useReader(room.at);
  const { came, of } = room.wordOfMouth;
  const share = Math.round((100 * came) / Math.max(1, of));
  return (
    <Section
      title={t("launch.room.door")}
      action={<Link href={paths.launchInvitations()}>{t("launch.room.doorLink")}</Link>}
    >
      <p className="font-serif text-read">
        {t("launch.room.doorText", room.atTheDoor)} {t("launch.room.wordOfMouth", { ...room.wordOfMouth, share })}
      </p>
    </Section>
  );
}
