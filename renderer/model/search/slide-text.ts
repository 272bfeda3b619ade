/** What a slide and its notes say, as one reads it. */
export interface SlideText {
  slide: string;
  /** Words on the slide, its figures' descriptions among them. */
  shown: string;
  /** Words of its notes. */
  spoken: string;
}

/** What a step of a lab's story says before anything was run. */
export interface StepText {
  lab: string;
  step: string;
  /** Its title, its words and its question. */
  shown: string;
}
