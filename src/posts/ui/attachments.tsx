import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { FileCard } from "@/members/files/views";
import { paths } from "@/paths";
import { Icon } from "@/ui/icon";

type AttachmentsProps = { files: readonly FileCard[]; t: Words; format: Formats };

/** The files below words: pictures to look at, the others by name, kind and size. */
export function Attachments({ files, t, format }: AttachmentsProps) {
  if (files.length === 0) return null;
  const pictures = files.filter((one) => one.kind === "picture");
  const others = files.filter((one) => one.kind !== "picture");
  return (
    <div className="attachments">
      {pictures.length === 0 ? null : (
        <ul className="attached-pictures" aria-label={t("posts.files.pictures")}>
          {pictures.map((one) => (
            <li key={one.id}>
              <a href={paths.file(one.id, one.name)}>
                <AttachedPicture file={one} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <ul className="attached-files" aria-label={t("posts.files.list")}>
          {others.map((one) => (
            <li key={one.id}>
              <Icon name="download" />
              <a href={paths.file(one.id, one.name)}>{one.name}</a>
              <span className="quiet fine">
                {t("posts.files.facts", { kind: t(`posts.files.kind.${one.kind}`), size: sizeOf(t, format, one.size) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function AttachedPicture({ file }: { file: FileCard }) {
  const address = file.hasSmall ? paths.smallFile(file.id, file.name) : paths.file(file.id, file.name);
  return (
    // biome-ignore lint/performance/noImgElement: already in measure, and served behind the sign-in
    <img
      src={address}
      alt={file.name}
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      loading="lazy"
      decoding="async"
    />
  );
}

const KB = 1024;

/** A size as people say it. */
function sizeOf(t: Words, format: Formats, bytes: number): string {
  if (bytes < KB * KB) return t("posts.files.kilobytes", { size: format.number(Math.max(1, Math.round(bytes / KB))) });
  return t("posts.files.megabytes", { size: format.number(bytes / KB / KB, 1) });
}
