import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { Stage } from "@/stages/shape";
import { List } from "@/ui/list";
import { Section } from "@/ui/page-title";
import type { SpaceView } from "../views";
import { SpaceRow } from "./space-row";

type SpaceGroupProps = { title: string; spaces: readonly SpaceView[]; stage: Stage; t: Words; format: Formats };

/** Some spaces under a name; nothing at all when there are none. */
export function SpaceGroup({ title, spaces, stage, t, format }: SpaceGroupProps) {
  if (spaces.length === 0) return null;
  return (
    <Section title={title}>
      <List label={title}>
        {spaces.map((space) => (
          <SpaceRow key={space.id} space={space} stage={stage} t={t} format={format} />
        ))}
      </List>
    </Section>
  );
}
