import { roleWords } from "@/components/shell/role-words";
import { DefinitionList } from "@/components/ui/definition-list";
import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/contracts/session";
import { ChangePasswordForm } from "./change-password-form";

type AccountViewProps = { readonly me: Me };

/** Who one is here, and one's own password: the same for staff and for partners. */
export function AccountView({ me }: AccountViewProps) {
  return (
    <>
      <Section title="You">
        <DefinitionList
          items={[
            { term: "Name", value: me.name },
            { term: "Role", value: me.partner === null ? roleWords(me.role) : `${roleWords(me.role)}, ${me.partner.name}` },
            { term: "Organization", value: me.organization.name },
          ]}
        />
      </Section>
      <Section title="Password" hint="A new password ends every other session of yours, on every device.">
        <ChangePasswordForm />
      </Section>
    </>
  );
}
