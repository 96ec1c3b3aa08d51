import { signUp } from "@/lib/auth/sign-up";
import { SignUp } from "@/lib/contracts/sign-up";
import { accessRoute } from "@/lib/http/access-route";

export const POST = accessRoute(SignUp, signUp);
