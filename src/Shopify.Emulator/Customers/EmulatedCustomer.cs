namespace Shopify.Emulator.Customers;

/// <summary>A customer of a shop. Its text form hides all of it.</summary>
public sealed record EmulatedCustomer
{
    /// <summary>Numeric id. 0, the default, lets the shop number it.</summary>
    public long Id { get; init; }

    /// <summary>First name, or null.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name, or null.</summary>
    public string? LastName { get; init; }

    /// <summary>E-mail address, unique in the shop; or null.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number in E.164 form, unique in the shop; or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Locale of the customer. Default <c>en</c>.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>The merchant's note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Tags in alphabetical order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Consent to marketing by e-mail.</summary>
    public EmulatedConsent EmailConsent { get; init; } = EmulatedConsent.None;

    /// <summary>Consent to marketing by SMS.</summary>
    public EmulatedConsent SmsConsent { get; init; } = EmulatedConsent.None;

    /// <summary>Consent to marketing by WhatsApp.</summary>
    public EmulatedConsent WhatsAppConsent { get; init; } = EmulatedConsent.None;

    /// <summary>When the customer was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the customer last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    internal string DisplayName => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Email ?? Phone ?? "";

    /// <inheritdoc/>
    public override string ToString() => nameof(EmulatedCustomer);
}
