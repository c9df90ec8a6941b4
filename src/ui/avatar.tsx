import { colourOf, initials } from "@/ui/initials";

type AvatarProps = {
  /** Chooses the colour, and keeps it when the name changes. */
  id: string;
  name: string;
  photo?: string | null;
  size?: "small" | "normal" | "large";
};

/** A face, or initials. The name stands beside it, so it is silent. */
export function Avatar({ id, name, photo, size = "normal" }: AvatarProps) {
  if (photo) {
    // biome-ignore lint/performance/noImgElement: photos are small, already sized, and served behind the sign-in
    return <img className="avatar" data-size={size} src={photo} alt="" loading="lazy" decoding="async" />;
  }
  return (
    <span className="avatar" data-size={size} data-colour={colourOf(id)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
