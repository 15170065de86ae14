using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What an authentication template is made of: the platform writes its text itself.
/// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates">authentication templates</see>.
/// </summary>
/// <param name="OtpType"><c>COPY_CODE</c>, <c>ONE_TAP</c> or <c>ZERO_TAP</c>.</param>
public sealed record TemplateOneTimePassword(string OtpType)
{
    /// <summary>Whether the text warns not to share the code.</summary>
    public bool AddSecurityRecommendation { get; init; }

    /// <summary>After how many minutes the code no longer works, 1 to 90, written in the footer; null for no footer.</summary>
    public int? CodeExpirationMinutes { get; init; }

    /// <summary>The label of the button that copies the code, at most 25 characters; null for the platform's.</summary>
    public string? Text { get; init; }

    /// <summary>The label of the button that fills the code in, at most 25 characters; null for the platform's.</summary>
    public string? AutofillText { get; init; }

    /// <summary>The apps that take the code: 1 to 5 for one-tap and zero-tap, none otherwise.</summary>
    public IReadOnlyList<OtpApp> SupportedApps { get; init; } = [];

    /// <summary>That the terms of zero-tap are accepted, which it needs.</summary>
    public bool ZeroTapTermsAccepted { get; init; }

    internal void Check(MessageChecks checks)
    {
        var needsApp = OtpType is "ONE_TAP" or "ZERO_TAP";
        if (!needsApp && OtpType is not "COPY_CODE")
            checks.Add("components.buttons[0].otp_type", MessageFaultKind.Malformed);
        if (CodeExpirationMinutes is { } minutes)
            checks.Range("components.footer.code_expiration_minutes", minutes, 1, 90);
        checks.OptionalLabel("components.buttons[0].text", Text, TemplateButtonFormat.MaxLabel);
        checks.OptionalLabel("components.buttons[0].autofill_text", AutofillText, TemplateButtonFormat.MaxLabel);
        checks.Count("components.buttons[0].supported_apps", SupportedApps.Count, needsApp ? 1 : 0, needsApp ? 5 : 0);
        for (var i = 0; i < SupportedApps.Count; i++)
        {
            checks.Required($"components.buttons[0].supported_apps[{i}].package_name", SupportedApps[i].PackageName, int.MaxValue);
            if (SupportedApps[i].SignatureHash is not { Length: 11 })
                checks.Add($"components.buttons[0].supported_apps[{i}].signature_hash", MessageFaultKind.Malformed);
        }

        if (OtpType == "ZERO_TAP" && !ZeroTapTermsAccepted)
            checks.Add("components.buttons[0].zero_tap_terms_accepted", MessageFaultKind.Missing);
    }

    internal void Write(Utf8JsonWriter writer, bool withText)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "BODY"u8);
        writer.WriteBoolean("add_security_recommendation"u8, AddSecurityRecommendation);
        writer.WriteEndObject();
        if (CodeExpirationMinutes is { } minutes)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "FOOTER"u8);
            writer.WriteNumber("code_expiration_minutes"u8, minutes);
            writer.WriteEndObject();
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, "BUTTONS"u8);
        writer.WriteStartArray("buttons"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "OTP"u8);
        writer.WriteText("otp_type"u8, OtpType);
        if (withText)
            writer.WriteOptionalText("text"u8, Text);
        if (withText)
            writer.WriteOptionalText("autofill_text"u8, AutofillText);
        if (ZeroTapTermsAccepted)
            writer.WriteBoolean("zero_tap_terms_accepted"u8, value: true);
        writer.WriteList("supported_apps"u8, SupportedApps, static (json, app) =>
        {
            json.WriteStartObject();
            json.WriteText("package_name"u8, app.PackageName);
            json.WriteText("signature_hash"u8, app.SignatureHash);
            json.WriteEndObject();
        });
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
