// node scripts/icons.mjs: draws the icons of the installed app from one shape. Run when the shape changes; the pictures are kept.
import { readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";

const shape = readFileSync("public/favicon.svg", "utf8")
  .match(/<path[\s\S]*<\/svg>/)[0]
  .replace("</svg>", "");
const loaf = shape
  .replaceAll('class="crumb"', 'fill="#8a4b16"')
  .replaceAll('class="score"', 'fill="none" stroke="#fdf9f3" stroke-width="4.500" stroke-linecap="round"');

/** @param share how much of the square the loaf takes; a mask may cut all that lies outside a circle of 80 % */
function square(share) {
  const scale = share;
  const move = 32 * (1 - scale);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#fdf9f3" d="M0 0h64v64H0z"/>
    <g transform="translate(${move} ${move}) scale(${scale})">${loaf}</g></svg>`;
}

for (const [name, size, share] of [
  ["icon-192", 192, 0.86],
  ["icon-512", 512, 0.86],
  ["icon-maskable-512", 512, 0.66],
]) {
  const picture = await sharp(Buffer.from(square(share)), { density: 72 * (size / 64) })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  writeFileSync(`public/${name}.png`, picture);
}
