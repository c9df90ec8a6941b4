import { Avatar } from "@/ui/avatar";
import type { PersonCard } from "../views";

type PersonAvatarProps = {
  person: Pick<PersonCard, "id" | "displayName" | "photo">;
  size?: "small" | "normal" | "large";
};

/** A person's photo, or their initials. */
export function PersonAvatar({ person, ...rest }: PersonAvatarProps) {
  return <Avatar id={person.id} name={person.displayName} photo={person.photo} {...rest} />;
}
