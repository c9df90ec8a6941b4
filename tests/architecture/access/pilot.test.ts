import { walkProceduresAt } from "@tests/support/access-walk";

walkProceduresAt("pilot");
