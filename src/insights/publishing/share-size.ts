/** Pixels of the image that is shown where a report is shared: what Open Graph and Twitter cards show uncropped. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;
