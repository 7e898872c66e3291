/** The licence of what the World Health Organization gives out. */
export const worldHealthLicence = "Creative Commons BY-NC-SA 3.0 IGO (World Health Organization)";
