import { isMultipart } from "@/platform/files/incoming";
import type { Visit } from "@/platform/http/visit";

/** Words come at once, even over a bad line. Files may take long, as long as they keep coming. */
const PATIENCE = { wordsWithinMs: 30_000, filesStallAfterMs: 30_000 };

/**
 * Ends a request whose body does not come, so that nobody holds a connection open by saying little.
 * @param patience shorter in tests
 */
export function losePatience({ req, res }: Pick<Visit, "req" | "res">, patience = PATIENCE): void {
  if (req.complete) return;
  const hasFiles = isMultipart(req);
  let heard = req.socket.bytesRead;
  const looking = setInterval(
    () => {
      if (hasFiles && req.socket.bytesRead > heard) heard = req.socket.bytesRead;
      else if (!req.complete) hangUp();
    },
    hasFiles ? patience.filesStallAfterMs : patience.wordsWithinMs,
  );
  const hangUp = () => {
    clearInterval(looking);
    if (res.headersSent) return void req.destroy();
    res.writeHead(408, { connection: "close", "content-length": 0 });
    res.end(() => req.destroy());
  };
  for (const over of ["end", "close"]) req.once(over, () => clearInterval(looking));
}
