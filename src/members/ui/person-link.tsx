import { paths } from "@/paths";
import { Link } from "@/ui/link";
import type { PersonCard } from "../views";

/** A person's name, leading to their profile. */
export function PersonLink({ person }: { person: Pick<PersonCard, "id" | "displayName"> }) {
  return <Link href={paths.person(person.id)}>{person.displayName}</Link>;
}
