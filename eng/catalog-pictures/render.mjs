// Draws every picture of the demo catalogue and writes it as an 800 x 800 JPEG. Needs Node and Chromium, nothing else:
//   node eng/catalog-pictures/render.mjs [chromium]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictures } from './pictures.mjs';

const chromium = process.argv[2] ?? 'chromium';
const target = join(import.meta.dirname, '../../src/Shopify.Emulator/Catalog/Demo/Pictures');
const work = mkdtempSync(join(tmpdir(), 'catalog-pictures-'));
const page = join(work, 'page.html');
const limit = 60 * 1024;

writeFileSync(page, `<!DOCTYPE html><pre id="out"></pre><script>
const pictures = ${JSON.stringify(pictures)};
(async () => {
  const lines = [];
  for (const [name, svg] of pictures) {
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 800 });
    canvas.getContext('2d').drawImage(image, 0, 0);
    lines.push(name + ' ' + canvas.toDataURL('image/jpeg', 0.84).split(',')[1]);
  }
  document.getElementById('out').textContent = lines.join('\\n') + '\\nend';
})();
</script>`);

const dom = execFileSync(chromium, ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${work}/profile`, '--virtual-time-budget=60000', '--dump-dom', `file://${page}`],
  { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
const lines = dom.slice(dom.indexOf('<pre id="out">') + 14, dom.indexOf('</pre>')).trim().split('\n');
if (lines.pop() !== 'end') throw new Error('Chromium did not finish the pictures.');
mkdirSync(target, { recursive: true });
for (const line of lines) {
  const [name, data] = line.split(' ');
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > limit) throw new Error(`${name} has ${bytes.length} bytes, more than ${limit}.`);
  writeFileSync(join(target, `${name}.jpg`), bytes);
}
rmSync(work, { recursive: true, force: true });
process.stdout.write(`${lines.length} pictures written\n`);
