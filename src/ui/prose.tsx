/**
 * Running text in the reading face, at a readable width.
 * @param html markup that the server has already sanitised; never what a person sent
 * @param lang the language of the text when it is not the page's, so that it is hyphenated and spoken as it should be
 */
export function Prose({ html, size = "normal", lang }: { html: string; size?: "normal" | "small"; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place where sanitised markup enters a page
  return <div className="prose" data-size={size} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
