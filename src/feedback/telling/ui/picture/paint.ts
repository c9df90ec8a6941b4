import type { Box } from "./boxes";

/** Wider or higher pictures are made smaller: so many pixels show a screen, and every browser can draw them. */
const EDGE_MAX = 2400;

/** A picture on a canvas of its own, to be drawn on. */
export async function onCanvas(source: ImageBitmapSource): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(source);
  const scale = Math.min(1, EDGE_MAX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}

/** Draws a picture and its boxes. What is blacked out is painted over, not laid under: nothing of it is left. */
export function paint(canvas: HTMLCanvasElement, picture: HTMLCanvasElement, boxes: readonly Box[], chosen = -1): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.drawImage(picture, 0, 0);
  const line = Math.max(3, Math.round(picture.width / 300));
  // The marks lie under the black, whatever came first.
  for (const { x, y, w, h, kind } of boxes) if (kind === "mark") outline(pen, { x, y, w, h, line });
  pen.fillStyle = "#000";
  for (const { x, y, w, h, kind } of boxes) if (kind === "black") pen.fillRect(x, y, w, h);
  const now = boxes[chosen];
  if (now === undefined) return;
  pen.setLineDash([line * 2, line * 2]);
  outline(pen, { ...now, line });
}

type Outline = { x: number; y: number; w: number; h: number; line: number };

/** A line that is seen on light and on dark. */
function outline(pen: CanvasRenderingContext2D, { x, y, w, h, line }: Outline): void {
  pen.strokeStyle = "#fff";
  pen.lineWidth = line * 2;
  pen.strokeRect(x, y, w, h);
  pen.strokeStyle = "#c2185b";
  pen.lineWidth = line;
  pen.strokeRect(x, y, w, h);
}

/** The picture as it is sent, made at once: a form that is sent meanwhile must not take an older one. */
export function asFile(picture: HTMLCanvasElement, boxes: readonly Box[]): File | null {
  const canvas = document.createElement("canvas");
  paint(canvas, picture, boxes);
  const data = canvas.toDataURL("image/png").split(",", 2)[1];
  if (!data) return null;
  return new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], "picture.png", { type: "image/png" });
}

/** Puts a file into a field in the place of whatever is there. */
export function put(field: HTMLInputElement, file: File | null): void {
  const carried = new DataTransfer();
  if (file !== null) carried.items.add(file);
  field.files = carried.files;
}

/** One picture of a tab or window that the person chooses in their browser. */
export async function takePicture(): Promise<HTMLCanvasElement> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
  try {
    const video = document.createElement("video");
    video.srcObject = stream;
    video.muted = true;
    await video.play();
    return await onCanvas(video);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
