/** So many points on either side of a cut are near it. */
export const NEAR_POINTS = 5;

/**
 * A jump that is worth more than this share of the sales that it takes to make it is a cliff. Distributors commonly keep 20 to 30 cents of a dollar
 * sold before their own costs: from there on sales that earn nothing by themselves (given away at cost, ordered early, booked for somebody else)
 * still pay for whoever is short of the cut.
 */
export const CLIFF_FROM = 0.2;
