import { scoreOrganization } from "./factories";
import { organizationsDatabase } from "./organizations-database";

/** A database for one test file, in which each test founds organizations with partners of its own. */
export const scoreDatabase = () => organizationsDatabase(scoreOrganization);
