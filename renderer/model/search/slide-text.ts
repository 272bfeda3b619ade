/** What a slide and its notes say, as one reads it. */
export interface SlideText {
  slide: string;
  /** Words on the slide, its figures' descriptions among them. */
  shown: string;
  /** Words of its notes. */
  spoken: string;
}
