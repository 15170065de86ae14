// Voice notes travel as Ogg with Opus in mono. Browsers record other containers, so the sound is encoded anew and put into Ogg pages here.
const rate = 48_000;
const preSkip = 312;

export async function toVoiceNote(recorded) {
  if (recorded.type.startsWith("audio/ogg") || !("AudioEncoder" in window)) return new Blob([recorded], { type: recorded.type.startsWith("audio/ogg") ? "audio/ogg; codecs=opus" : recorded.type.split(";")[0] });
  const samples = await mono(recorded);
  const packets = await encode(samples);
  return new Blob(pages(packets), { type: "audio/ogg; codecs=opus" });
}

async function mono(recorded) {
  const context = new OfflineAudioContext(1, 1, rate);
  const sound = await context.decodeAudioData(await recorded.arrayBuffer());
  const mixed = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) sound.getChannelData(channel).forEach((value, at) => { mixed[at] += value / sound.numberOfChannels; });
  return mixed;
}

async function encode(samples) {
  const packets = [];
  let failure = null;
  const encoder = new AudioEncoder({
    output: chunk => { const bytes = new Uint8Array(chunk.byteLength); chunk.copyTo(bytes); packets.push({ bytes, samples: Math.round((chunk.duration ?? 20_000) * rate / 1e6) }); },
    error: error => { failure = error; },
  });
  encoder.configure({ codec: "opus", sampleRate: rate, numberOfChannels: 1, bitrate: 24_000 });
  for (let from = 0; from < samples.length; from += rate) {
    const data = samples.slice(from, from + rate);
    encoder.encode(new AudioData({ format: "f32-planar", sampleRate: rate, numberOfChannels: 1, numberOfFrames: data.length, timestamp: Math.round(from * 1e6 / rate), data }));
  }
  await encoder.flush();
  encoder.close();
  if (failure) throw failure;
  return packets;
}

function pages(packets) {
  const text = new TextEncoder();
  const head = new DataView(new ArrayBuffer(19));
  text.encode("OpusHead").forEach((byte, at) => head.setUint8(at, byte));
  head.setUint8(8, 1);
  head.setUint8(9, 1);
  head.setUint16(10, preSkip, true);
  head.setUint32(12, rate, true);
  const tags = new Uint8Array([...text.encode("OpusTags"), 5, 0, 0, 0, ...text.encode("phone"), 0, 0, 0, 0]);
  const written = [page([new Uint8Array(head.buffer)], 0, 2, 0n), page([tags], 1, 0, 0n)];
  let position = BigInt(preSkip);
  for (let from = 0; from < packets.length; from += 50) {
    const group = packets.slice(from, from + 50);
    for (const packet of group) position += BigInt(packet.samples);
    written.push(page(group.map(packet => packet.bytes), written.length, from + 50 >= packets.length ? 4 : 0, position));
  }
  return written;
}

function page(packets, number, flags, position) {
  const sizes = packets.flatMap(packet => [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255]);
  const bytes = new Uint8Array(27 + sizes.length + packets.reduce((sum, packet) => sum + packet.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("OggS"));
  bytes[5] = flags;
  view.setBigUint64(6, position, true);
  view.setUint32(14, 1, true);
  view.setUint32(18, number, true);
  bytes[26] = sizes.length;
  bytes.set(sizes, 27);
  let at = 27 + sizes.length;
  for (const packet of packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksum(bytes), true);
  return bytes;
}

function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
