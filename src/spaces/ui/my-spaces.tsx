import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { List, ListRow } from "@/ui/list";
import type { SpaceView } from "../views";

type MySpacesProps = { spaces: readonly SpaceView[]; t: Words; format: Formats };

/** The spaces that a person joined, the one that spoke last first. */
export function MySpaces({ spaces, t, format }: MySpacesProps) {
  const mine = spaces
    .filter((space) => space.place !== null)
    .sort((a, b) => (b.lastPostAt?.getTime() ?? 0) - (a.lastPostAt?.getTime() ?? 0));
  return (
    <>
      {mine.length === 0 ? <p className="quiet">{t("spaces.mine.none")}</p> : null}
      <List tight>
        {mine.map((space) => (
          <ListRow
            key={space.id}
            title={space.name}
            href={paths.space(space.slug)}
            meta={space.lastPostAt === null ? null : <span>{format.ago(space.lastPostAt)}</span>}
          />
        ))}
      </List>
      <p className="fine mt-2">
        <Link href={paths.spaces()}>{t("spaces.mine.all")}</Link>
      </p>
    </>
  );
}
