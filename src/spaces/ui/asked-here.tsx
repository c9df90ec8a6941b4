import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import type { SpaceView } from "../views";

/** Tells those who may answer that somebody waits for a place. */
export function AskedHere({ space, t }: { space: SpaceView; t: Words }) {
  if (space.asking === 0) return null;
  return (
    <div className="mb-6">
      <Callout>
        <p>
          {t("spaces.requests.call", { count: space.asking })}{" "}
          <Link href={paths.spaceRequests(space.slug)}>{t("spaces.requests.callLink")}</Link>
        </p>
      </Callout>
    </div>
  );
}
