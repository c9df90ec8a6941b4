import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths, withQuery } from "@/paths";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import { Pager } from "@/ui/pager";
import type { WaveView } from "../views";

type WaveListProps = { t: Words; format: Formats; page: { items: readonly WaveView[]; next: string | null } };

/** The waves that went: who came, and who answered them. Of those who have not come or not written nothing is said. */
export function WaveList({ t, format, page }: WaveListProps) {
  return (
    <div id="waves">
      <Section title={t("waves.list")}>
        {page.items.length === 0 ? <p className="quiet">{t("waves.listNone")}</p> : null}
        {page.items.map((wave) => (
          <Wave key={wave.id} t={t} format={format} wave={wave} />
        ))}
        {page.next === null ? null : (
          <Pager
            label={t("waves.pages")}
            next={{ href: `${withQuery(paths.launchWaves(), { after: page.next })}#waves`, label: t("waves.older") }}
          />
        )}
      </Section>
    </div>
  );
}

function Wave({ t, format, wave }: { t: Words; format: Formats; wave: WaveView }) {
  const { members } = wave;
  const heading = t("waves.sentOn", { date: format.date(wave.sentAt), count: members.length });
  const came = members.filter((one) => one.came).length;
  const answered = members.filter((one) => one.answeredBy !== null).length;
  return (
    <article className="mb-6">
      <h3 className="list-title">{heading}</h3>
      <div className="meta">
        {wave.sentBy === null ? null : <span>{t("waves.sentBy", { name: wave.sentBy })}</span>}
        <span>{t("waves.cameOf", { came })}</span>
        <span>{t("waves.answeredOf", { answered })}</span>
      </div>
      <List tight label={heading}>
        {members.map((one) => (
          <ListRow
            key={one.id}
            title={<PersonLink person={one} />}
            meta={
              <>
                {one.host === null ? null : <span>{t("waves.company.host", { knows: 0, name: one.host })}</span>}
                {one.came ? <span>{t("waves.came")}</span> : null}
                {one.answeredBy === null ? null : <span>{t("waves.answeredBy", { name: one.answeredBy })}</span>}
              </>
            }
          />
        ))}
      </List>
    </article>
  );
}
