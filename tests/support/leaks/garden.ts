import type { BoardId } from "@/feedback/shape";
import { keepFile } from "@/members/files/actions/keep-file";
import type { FileId } from "@/members/files/shape";
import { transaction } from "@/platform/database/client";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";
import type { Cast } from "./cast";
import { either, GONE, type MayKnow, only, type Somebody } from "./oracle";
import type { Plan } from "./plan";
import { wordOf } from "./words";

/** A secret word, where it was planted, and who may be told it. */
export type Plant = {
  readonly word: string;
  readonly place: string;
  readonly mayKnow: MayKnow;
  /** Whether it was taken away, so that nobody at all comes upon it. */
  readonly isGone: boolean;
};

/** Something that is there for some and not for others, by the key that an input names it with. */
export type Thing = { readonly kind: ThingKind; readonly key: string; readonly isThere: MayKnow };
export type ThingKind =
  | "space"
  | "slug"
  | "post"
  | "comment"
  | "board"
  | "board slug"
  | "idea"
  | "idea comment"
  | "entry"
  | "file"
  | "case"
  | "draft"
  | "refused form"
  | "letter"
  | "notice";

/** A world while it grows: its people, the words in it, and what the words stand in. */
export class Garden {
  readonly plants: Plant[] = [];
  readonly things: Thing[] = [];

  constructor(
    readonly plan: Plan,
    readonly cast: Cast,
    /** A room that everybody inside reads. */
    readonly open: SpaceId,
  ) {}

  /** A new word for a place. Whoever writes it knows it, whatever becomes of them. */
  word(place: string, mayKnow: MayKnow, writer: Somebody): string {
    const word = wordOf(this.plants.length);
    this.plants.push({ word, place, mayKnow: either(mayKnow, only(writer)), isGone: mayKnow === GONE });
    return word;
  }

  /** Notes something that can be asked for by its key. */
  thing(kind: ThingKind, key: string, isThere: MayKnow): void {
    this.things.push({ kind, key, isThere });
  }

  /** A file of somebody's whose name has a word in it. */
  async file(
    use: "attachment" | "photo" | "cover",
    place: string,
    writer: Somebody,
    mayKnow: MayKnow,
  ): Promise<FileId> {
    const name = `${this.word(`name of the ${place}`, mayKnow, writer)}.webp`;
    const facts = { use, name, type: "image/webp", kind: "picture", size: 5 } as const;
    const id = await transaction((tx) => keepFile(tx, { ownerId: this.cast.ids[writer], ...facts }));
    this.thing("file", id, either(mayKnow, only(writer)));
    return id;
  }

  /** The keys of things of a kind. */
  keys(kind: ThingKind): string[] {
    return this.things.filter((thing) => thing.kind === kind).map(({ key }) => key);
  }
}

/** The closed room, and what it says of itself. */
export type Rooms = {
  readonly room: SpaceId;
  readonly slug: string;
  readonly says: { readonly name: string; readonly purpose: string };
};
export type Grown = {
  readonly post: ConversationId;
  readonly title: string;
  readonly answer: CommentId;
  readonly writer: Somebody;
  readonly isGone: boolean;
};
export type Board = { readonly board: BoardId; readonly slug: string; readonly idea: ConversationId };
