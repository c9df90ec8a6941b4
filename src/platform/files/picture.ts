import pLimit from "p-limit";
import sharp, { type Metadata, type Sharp } from "sharp";

/** More pixels than any camera of a phone makes; a small file can unfold into far more. */
const PIXELS_MAX = 50_000_000;
/** All frames of a moving picture together; of one with more, the first frame is kept. */
const MOVING_PIXELS_MAX = 25_000_000;
const SIDE_MAX = 2048;
const MOVING_SIDE_MAX = 800;
const SMALL_SIDE = 480;
const PHOTO_SIDE = 256;
const COVER = { width: 1600, height: 400 };
const WITHIN_SECONDS = 20;
/** Pictures are decoded two at a time, so that people who upload leave a core to people who read. */
const AT_ONCE = 2;

const turn = pLimit(AT_ONCE);

// Only the formats that are let in are ever decoded, whatever a file claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpeg",
    "VipsForeignLoadPng",
    "VipsForeignLoadWebp",
    "VipsForeignLoadNsgif",
    "VipsForeignLoadHeif",
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/** What becomes of a picture: words are illustrated, a face is cut square, a cover wide. */
export type PictureUse = "attachment" | "photo" | "cover";

export type Picture = {
  readonly content: Buffer;
  readonly type: string;
  readonly extension: string;
  readonly width: number;
  readonly height: number;
  /** The same in small, for lists, where it is worth having. */
  readonly small: Buffer | null;
};

/** Why a picture cannot be taken: it has too many pixels, or is no whole picture. */
export class Unpicturable extends Error {
  override readonly name = "Unpicturable";
  constructor(
    readonly because: "pixels" | "damaged",
    cause?: unknown,
  ) {
    super(because, { cause });
  }
}

/**
 * Decodes a picture and encodes it anew: turned upright, made smaller, without anything that was written beside the
 * pixels (where it was taken, by which camera, what else the file was).
 * @throws Unpicturable
 */
export function makePicture(file: string, use: PictureUse): Promise<Picture> {
  return turn(async () => {
    const facts = await factsOf(file);
    try {
      return await encoded(file, facts, use);
    } catch (error) {
      throw new Unpicturable("damaged", error);
    }
  });
}

async function factsOf(file: string): Promise<Metadata> {
  const facts = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new Unpicturable("damaged", error);
    });
  const frame = facts.pageHeight ?? facts.height;
  if (facts.width * frame > PIXELS_MAX) throw new Unpicturable("pixels");
  return facts;
}

function opened(file: string, animated: boolean): Sharp {
  return sharp(file, { animated, limitInputPixels: PIXELS_MAX, failOn: "error" }).timeout({ seconds: WITHIN_SECONDS });
}

async function encoded(file: string, facts: Metadata, use: PictureUse): Promise<Picture> {
  if (use === "photo") return cropped(file, { width: PHOTO_SIDE, height: PHOTO_SIDE });
  if (use === "cover") return cropped(file, COVER);
  const frames = facts.pages ?? 1;
  const moves = frames > 1 && facts.width * (facts.pageHeight ?? facts.height) * frames <= MOVING_PIXELS_MAX;
  const side = moves ? MOVING_SIDE_MAX : SIDE_MAX;
  const within = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
  const { as, type, extension } = target(facts, moves);
  const { data, info } = await as(opened(file, moves).autoOrient().resize(within)).toBuffer({
    resolveWithObject: true,
  });
  const height = info.pageHeight ?? info.height;
  const isSmall = Math.max(info.width, height) <= SMALL_SIDE;
  return { content: data, type, extension, width: info.width, height, small: isSmall ? null : await small(file) };
}

/** Drawings stay sharp as PNG, what moves stays GIF, what was a photograph becomes one that every program reads. */
function target(facts: Metadata, moves: boolean): { as: (made: Sharp) => Sharp; type: string; extension: string } {
  if (moves) return { as: (made) => made.gif({ effort: 3 }), type: "image/gif", extension: "gif" };
  if (facts.format === "png" || facts.format === "gif")
    return { as: (made) => made.png({ compressionLevel: 9 }), type: "image/png", extension: "png" };
  if (facts.format === "jpeg")
    return { as: (made) => made.jpeg({ quality: 82, mozjpeg: true }), type: "image/jpeg", extension: "jpg" };
  return { as: (made) => made.webp({ quality: 82 }), type: "image/webp", extension: "webp" };
}

function small(file: string): Promise<Buffer> {
  const within = { width: SMALL_SIDE, height: SMALL_SIDE, fit: "inside", withoutEnlargement: true } as const;
  return opened(file, false).autoOrient().resize(within).webp({ quality: 75 }).toBuffer();
}

async function cropped(file: string, size: { width: number; height: number }): Promise<Picture> {
  const made = opened(file, false)
    .autoOrient()
    .resize({ ...size, fit: "cover", position: "attention" });
  const content = await made.webp({ quality: 82 }).toBuffer();
  return { content, type: "image/webp", extension: "webp", ...size, small: null };
}
