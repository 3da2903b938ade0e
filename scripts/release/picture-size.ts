export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A JPEG's or PNG's size in pixels, from its head. Throws for other files. */
export function pictureSize(picture: Buffer): PictureSize {
  if (picture.toString('latin1', 1, 4) === 'PNG') {
    return { width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
  }
  if (picture.readUInt16BE(0) !== 0xffd8) throw new Error('This is neither a JPEG nor a PNG.');
  // Segments follow each other, each with its length, up to the one that begins a frame.
  let at = 2;
  while (!isFrame(picture.readUInt8(at + 1))) at += 2 + picture.readUInt16BE(at + 2);
  return { width: picture.readUInt16BE(at + 7), height: picture.readUInt16BE(at + 5) };
}

/** SOF0 to SOF15, without the three markers among them that mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
