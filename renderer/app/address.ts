/** What is on screen, as the address says it. `#/slides/<id>?step=n&lab=…` · `#/labs/<id>/<step>?…` · `#/notebook/<run>`. */
export type Address =
  | { room: 'slides'; slide: string; step: number; /** A lab open beside the slide. */ lab: LabPlace | null }
  | { room: 'labs'; lab: LabPlace }
  | { room: 'notebook'; run: string | null };

export interface LabPlace {
  id: string;
  /** A story step's id, or a part's id, which means its first step; null means where the learner left off. */
  step: string | null;
  preset: string | null;
  seed: number | null;
  /** Parameters that differ from the preset. Numbers stay numbers. */
  parameters: Record<string, number | string>;
}
