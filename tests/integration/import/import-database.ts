import { organizationsDatabase } from "../../support/organizations-database";
import { importOrganization } from "./import-organization";

/** A database for one test file, in which each test founds organizations of its own. */
export const importDatabase = () => organizationsDatabase(importOrganization);
