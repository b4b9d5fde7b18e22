/** Why goods come back or money is asked for. For the first two the shop is to blame. */
export const returnReasons = ['damaged', 'wrong-item', 'not-wanted', 'late', 'other'] as const;
