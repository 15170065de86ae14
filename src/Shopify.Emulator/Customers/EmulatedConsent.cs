namespace Shopify.Emulator.Customers;

/// <summary>A customer's consent to marketing on one channel.</summary>
/// <param name="State">State as in <c>CustomerMarketingConsentState</c>: <c>NEVER_SUBSCRIBED</c>, <c>PENDING</c>, <c>SUBSCRIBED</c>, <c>UNSUBSCRIBED</c> or <c>REDACTED</c>.</param>
/// <param name="OptInLevel"><c>SINGLE_OPT_IN</c>, <c>CONFIRMED_OPT_IN</c> or <c>UNKNOWN</c>; null when never asked.</param>
/// <param name="UpdatedAt">When it last changed; null when never.</param>
public sealed record EmulatedConsent(string State, string? OptInLevel = null, DateTimeOffset? UpdatedAt = null)
{
    /// <summary>Never asked.</summary>
    public static EmulatedConsent None { get; } = new("NEVER_SUBSCRIBED");
}
