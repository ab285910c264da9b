import type { CallbackUrlFault } from '../../../contract/callbackUrl.ts';
import { limits } from '../../../contract/limits.ts';
import type { NamedRegions, Problem } from '../../../model/request/problem.ts';
import type { Sentences } from '../sentence.ts';
import { counted } from './counted.ts';

export const callbackUrlFaults: Readonly<Record<CallbackUrlFault, string>> = {
  tooLong: `The callback URL is longer than ${limits.callbackUrlLengthMax} characters.`,
  notHttps: 'The callback URL must be a full https:// address.',
  privateHost: 'The callback URL must not be a private address.',
};

/** What is the matter and what to do, in a sentence or two. */
export const problems: Sentences<Problem, 'id'> = {
  noImage: 'Open an image to begin.',
  imageOffFrame: 'The image lies outside the frame. Move it onto the frame.',
  nothingToGenerate:
    'There is nothing to generate: the image covers the whole frame and no visible region lies on it there. ' +
    'Draw a region, or extend the canvas.',
  emptyPrompt: 'Write a prompt that says what to paint.',
  promptTooLong: ({ length }) =>
    `The prompt has ${length} characters. Shorten it to ${limits.promptLengthMax}.`,
  promptMalformed:
    'The prompt holds half of a character, shown as �, which cannot be sent. Delete it and type it anew.',
  maskTooDetailed: ({ areas, vertices }) =>
    `As polygons, the mask has ${counted(vertices, 'vertex', 'vertices')} in ${counted(areas, 'area', 'areas')}; ` +
    `at most ${limits.verticesMax.toLocaleString('en')} in ${limits.areasMax.toLocaleString('en')} can be sent. ` +
    'Simplify it, or choose Mask image as the mask format.',
  invalidCallbackUrl: ({ fault }) => callbackUrlFaults[fault],
  regionsOutsideImage: (regions) =>
    `Outside the image, where everything is generated anyway: ${listed(regions)}. Move onto the image, or delete.`,
  regionsBeyondImage: (regions) =>
    `Partly outside the image: ${listed(regions)}. Only what is on the image has an effect.`,
  regionsOffFrame: (regions) =>
    `On a part of the image that the frame cuts off: ${listed(regions)}. Move the image, or extend the canvas.`,
  regionsHidden: (regions) => `Hidden, and therefore not sent: ${listed(regions)}.`,
  everythingMasked:
    'The whole image is masked, so nothing of it is kept. Make the mask smaller to keep a part.',
  imageEnlarged: ({ percent }) =>
    `The image is drawn ${percent} % larger than its pixels and may look soft. Make it smaller.`,
  imageStretched: ({ width, height }) =>
    `The image is stretched to ${width} × ${height} px. Fit or fill the frame to restore its ratio.`,
  imageSmall: ({ width, height }) =>
    `The image is only ${width} × ${height} px. ` +
    `Sides of ${limits.imageSideAdvisedMin} px and more give better results.`,
  imageOverSize: ({ width, height }) =>
    `The image is scaled down to ${width} × ${height} px when it is sent. Nothing needs to be done.`,
};

function listed({ names, others }: NamedRegions): string {
  return others === 0 ? names.join(', ') : `${names.join(', ')} and ${others} more`;
}
