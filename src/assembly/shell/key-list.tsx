import type { Words } from "@/i18n/words";
import type { Viewer } from "@/platform/access/viewer";
import { keyLines } from "./keys";

/** The keys of the house, in writing. */
export function KeyList({ t, viewer }: { t: Words; viewer: Viewer }) {
  return (
    <>
      <p className="quiet mb-3">{t("members.keys.text")}</p>
      <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-y-1.5">
        {keyLines(viewer).map(({ keys, means }) => (
          <div key={means} className="contents">
            <dt className="flex items-start gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-sm bg-flour-deep px-1.5 font-semibold text-fine">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(means)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
