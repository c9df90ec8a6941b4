import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Pager } from "@/ui/pager";
import type { VersionView } from "../views";

type VersionsProps = {
  versions: readonly VersionView[];
  /** The address of what is older, null at the end. */
  older: string | null;
  /** True when newer versions are not on this page. */
  later: { href: string } | null;
  t: Words;
  format: Formats;
};

/** The versions of a text, newest first, each with what it changed marked in its words. */
export function Versions({ versions, older, later, t, format }: VersionsProps) {
  return (
    <>
      <p className="quiet fine">
        {t.rich("posts.history.legend", {
          ins: (chunks) => <ins className="difference">{chunks}</ins>,
          del: (chunks) => <del className="difference">{chunks}</del>,
        })}
      </p>
      <ol className="list" aria-label={t("posts.history.list")}>
        {versions.map((one) => (
          <li key={one.version} className="py-5">
            <h2 className="version-title">
              {t(one.first ? "posts.history.first" : "posts.history.version", { number: one.version })}
            </h2>
            <p className="quiet fine">
              <time dateTime={one.at.toISOString()}>{format.dateTime(one.at)}</time>
            </p>
            {one.title.length === 0 ? null : (
              <p className="version-name">
                <MarkedWords parts={one.title} />
              </p>
            )}
            <div className="version-words">
              <MarkedWords parts={one.body} />
            </div>
          </li>
        ))}
      </ol>
      <Pager
        label={t("posts.history.list")}
        previous={later === null ? null : { href: later.href, label: t("posts.history.newest") }}
        next={older === null ? null : { href: older, label: t("common.older") }}
      />
    </>
  );
}

function MarkedWords({ parts }: { parts: VersionView["body"] }) {
  let at = 0;
  return parts.map(({ kind, text }) => {
    const key = at;
    at += text.length + 1;
    if (kind === "same") return <span key={key}>{text}</span>;
    const Mark = kind === "added" ? "ins" : "del";
    return (
      <Mark key={key} className="difference">
        {text}
      </Mark>
    );
  });
}
