import { describeLooks } from "./looks.ts";

describeLooks("zh");
