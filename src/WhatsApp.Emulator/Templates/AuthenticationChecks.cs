namespace WhatsApp.Emulator;

/// <summary>Authentication templates have no text of their own: flags, minutes, and one OTP button.</summary>
internal static class AuthenticationChecks
{
    public static void Check(IReadOnlyList<Param> components)
    {
        var hasButton = false;
        foreach (var component in components)
        {
            switch (component.NeedText("type", 100).ToUpperInvariant())
            {
                case "BODY":
                    if (component.Find("text") is not null)
                        throw TemplateFaults.Body("An authentication template has no text of its own.");
                    component.FindFlag("add_security_recommendation");
                    break;
                case "FOOTER":
                    if (component.Find("text") is not null)
                        throw TemplateFaults.Footer("An authentication template has no text of its own.");
                    component.FindWhole("code_expiration_minutes", 1, 90);
                    break;
                case "BUTTONS":
                    var buttons = component.NeedItems("buttons", 1, 1);
                    CheckButton(buttons[0]);
                    hasButton = true;
                    break;
                default:
                    throw TemplateFaults.Invalid($"Param {component.Path}['type'] must be one of {{BODY, FOOTER, BUTTONS}} in an authentication template.");
            }
        }

        if (!hasButton)
            throw TemplateFaults.Invalid("An authentication template needs one OTP button.");
    }

    private static void CheckButton(Param button)
    {
        if (!button.NeedText("type", 100).Equals("OTP", StringComparison.OrdinalIgnoreCase))
            throw TemplateFaults.Invalid($"Param {button.Path}['type'] must be OTP.");
        var kind = button.NeedText("otp_type", 100).ToUpperInvariant();
        if (kind is not ("COPY_CODE" or "ONE_TAP" or "ZERO_TAP"))
            throw TemplateFaults.Invalid($"Param {button.Path}['otp_type'] must be one of {{COPY_CODE, ONE_TAP, ZERO_TAP}}.");
        button.FindText("text", 25);
        button.FindText("autofill_text", 25);
        if (kind == "COPY_CODE")
            return;
        foreach (var app in button.NeedItems("supported_apps", 1, 5))
        {
            app.NeedText("package_name", 224);
            if (app.NeedText("signature_hash", 100).Length != 11)
                throw TemplateFaults.Invalid($"Param {app.Path}['signature_hash'] must be 11 characters long.");
        }

        if (kind == "ZERO_TAP" && button.FindFlag("zero_tap_terms_accepted") != true)
            throw TemplateFaults.Invalid($"Param {button.Path}['zero_tap_terms_accepted'] must be true.");
    }
}
