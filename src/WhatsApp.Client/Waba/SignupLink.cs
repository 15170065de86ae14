using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A link to sign up for marketing messages.</summary>
/// <param name="SignupMessage">What is asked.</param>
/// <param name="ConfirmationMessage">What is answered to who signs up.</param>
/// <param name="PrivacyPolicyUrl">Where the privacy policy is.</param>
public sealed record SignupLink(string SignupMessage, string ConfirmationMessage, Uri PrivacyPolicyUrl)
{
    /// <summary>The business's site; null for none.</summary>
    public Uri? WebsiteUrl { get; init; }

    /// <summary>A code given to who signs up; null for none.</summary>
    public string? PromoCode { get; init; }

    /// <summary>The name shown; null for the number's.</summary>
    public string? DisplayName { get; init; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteText("signup_message"u8, SignupMessage);
        writer.WriteText("confirmation_message"u8, ConfirmationMessage);
        writer.WriteText("privacy_policy_url"u8, PrivacyPolicyUrl.AbsoluteUri);
        writer.WriteOptionalText("website_url"u8, WebsiteUrl?.AbsoluteUri);
        writer.WriteOptionalText("promo_code"u8, PromoCode);
        writer.WriteOptionalText("display_name"u8, DisplayName);
    }
}
