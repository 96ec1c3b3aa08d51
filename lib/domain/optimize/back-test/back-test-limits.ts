/** Past quarters that a back-test goes back at most. */
export const MOST_QUARTERS = 8;

/** Of the partners that rose and fell, those that change most are listed. */
export const YO_YO_SHOWN = 50;
