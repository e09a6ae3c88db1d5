/** Images changed anew in each pass: `fit(x, y, { augment })`. */

export { type AugmentImagesOptions, augmentImages, checkGround, firstNegative } from './augment/images.ts';
export {
  type AugmentOptions,
  type AugmentSpec,
  augmentation,
  checkAugment,
  defaultAugmentation,
  imageShape,
  lowerAugment,
} from './augment/options.ts';
