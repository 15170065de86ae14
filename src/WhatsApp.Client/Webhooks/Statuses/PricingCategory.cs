namespace WhatsApp.Client.Webhooks;

/// <summary>What kind of message is billed. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct PricingCategory(string Value)
{
    /// <summary>Not a template.</summary>
    public static PricingCategory Service => new("service");

    /// <summary>A template about something the customer did.</summary>
    public static PricingCategory Utility => new("utility");

    /// <summary>A template that advertises.</summary>
    public static PricingCategory Marketing => new("marketing");

    /// <summary>Advertising through the marketing API.</summary>
    public static PricingCategory MarketingLite => new("marketing_lite");

    /// <summary>A template with a code.</summary>
    public static PricingCategory Authentication => new("authentication");

    /// <summary>A template with a code, at the international rate.</summary>
    public static PricingCategory AuthenticationInternational => new("authentication-international");

    /// <summary>After an advertisement or a page's button.</summary>
    public static PricingCategory ReferralConversion => new("referral_conversion");

    /// <summary>Advertising in a group.</summary>
    public static PricingCategory GroupMarketing => new("group_marketing");

    /// <summary>A utility template in a group.</summary>
    public static PricingCategory GroupUtility => new("group_utility");

    /// <summary>Not a template, in a group.</summary>
    public static PricingCategory GroupService => new("group_service");

    /// <summary>An answer of a general assistant.</summary>
    public static PricingCategory GeneralPurposeAi => new("general_purpose_ai");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
