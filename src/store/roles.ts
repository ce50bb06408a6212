/** What an account may do: review reports, or besides that change rules, settings and seasons and read who did what. */

export const roles = ['reviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];
