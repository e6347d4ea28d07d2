import sharp from 'sharp';
import type { ContentFaultCode } from './content-faults.ts';

/** Of an image that is kept whole in memory while it is decoded, as some must be. */
const mostPixels = 50_000_000;
const mostSeconds = 20;

// Of all that libvips can read, only what is taken; one image at a time is enough for who waits.
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

let current: Promise<unknown> = Promise.resolve();

/** Decodes all of an image, and throws the pixels away. */
async function decode(content: Buffer): Promise<ContentFaultCode | null> {
  try {
    const image = sharp(content, { failOn: 'error', limitInputPixels: false, sequentialRead: true });
    const { width, height } = await image.metadata();
    if (width * height > mostPixels) return 'image-too-large';
    await image
      .resize(16, 16, { fit: 'fill', kernel: 'nearest', fastShrinkOnLoad: false })
      .timeout({ seconds: mostSeconds })
      .raw()
      .toBuffer();
    return null;
  } catch {
    return 'image-damaged';
  }
}

/** Whether what begins like an image can be decoded until its end. Images are decoded one after the other. */
export function imageFault(content: Buffer): Promise<ContentFaultCode | null> {
  const mine = current.then(() => decode(content));
  current = mine;
  return mine;
}
