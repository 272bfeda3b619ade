/** Sentences of this window that name a key. Where single letters are switched off they name none: it would do nothing. */
interface KeyWords {
  /** The notes were asked for while a lab stands beside the slide. */
  noRoomForNotes: string;
  /** Somebody said for the first time that they present. */
  presenting: string;
}

export const keyWords = (letters: boolean): KeyWords =>
  letters
    ? {
        noRoomForNotes:
          'There is no room for the notes beside a lab. Close the lab with L, or open the presenter window with S.',
        presenting: 'S opens the presenter window, N shows the notes beside the slide.',
      }
    : {
        noRoomForNotes:
          'There is no room for the notes beside a lab. Close the lab, or open the presenter window.',
        presenting: 'Ctrl K finds the presenter window, and the notes beside the slide.',
      };
