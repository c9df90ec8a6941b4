import type { Words } from "@/i18n/words";

/** The seven marks that matter, beside what they make. */
export function MarkdownHelp({ t }: { t: Words }) {
  const marks = [
    [t("posts.help.strong"), t("posts.help.strongMeans")],
    [t("posts.help.em"), t("posts.help.emMeans")],
    [t("posts.help.linkAs"), t("posts.help.linkMeans")],
    [t("posts.help.listAs"), t("posts.help.listMeans")],
    [t("posts.help.quoteAs"), t("posts.help.quoteMeans")],
    [t("posts.help.codeAs"), t("posts.help.codeMeans")],
    [t("posts.help.headAs"), t("posts.help.headMeans")],
  ] as const;
  return (
    <details className="fine">
      <summary className="quiet">{t("posts.help.title")}</summary>
      <dl className="definitions mt-2">
        {marks.map(([mark, meaning]) => (
          <div key={mark} className="contents">
            <dt>
              <code>{mark}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
