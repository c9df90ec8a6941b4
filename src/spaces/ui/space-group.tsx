import { List } from "@/ui/list";
import { Section } from "@/ui/page-title";
import type { SpaceView } from "../views";
import { SpaceRow, type SpaceRowProps } from "./space-row";

type SpaceGroupProps = Omit<SpaceRowProps, "space"> & {
  title: string;
  lead?: string;
  spaces: readonly SpaceView[];
};

/** Some spaces under a name; nothing at all when there are none. */
export function SpaceGroup({ title, lead, spaces, ...row }: SpaceGroupProps) {
  if (spaces.length === 0) return null;
  return (
    <Section title={title}>
      {lead === undefined ? null : <p className="quiet">{lead}</p>}
      <List label={title}>
        {spaces.map((space) => (
          <SpaceRow key={space.id} space={space} {...row} />
        ))}
      </List>
    </Section>
  );
}
