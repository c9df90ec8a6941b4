import type { Words } from "@/i18n/words";
import { Avatar } from "@/ui/avatar";
import { List, ListRow } from "@/ui/list";
import { Section } from "@/ui/page-title";
import type { WaitingView } from "../../views";

/** Who is inside and agreed to say so here, each with one sentence. */
export function Faces({ t, faces }: { t: Words; faces: WaitingView["faces"] }) {
  if (faces.length === 0) return null;
  return (
    <Section title={t("door.faces")}>
      <List tight label={t("door.faces")}>
        {faces.map((face) => (
          <ListRow
            key={`${face.displayName} ${face.words}`}
            leading={<Avatar id={face.displayName} name={face.displayName} photo={face.photo} />}
            title={face.displayName}
            text={face.words}
          />
        ))}
      </List>
    </Section>
  );
}
