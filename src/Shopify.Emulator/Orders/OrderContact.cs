namespace Shopify.Emulator.Orders;

/// <summary>What the buyer filled in at the checkout. Its text form hides all of it.</summary>
public sealed record OrderContact
{
    /// <summary>E-mail address; null when only a phone number was given.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number in E.164 form; null when only an e-mail address was given.</summary>
    public string? Phone { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>Street and number.</summary>
    public required string Address { get; init; }

    /// <summary>Postal code.</summary>
    public required string Zip { get; init; }

    /// <summary>City.</summary>
    public required string City { get; init; }

    /// <summary>ISO 3166 country code.</summary>
    public required string CountryCode { get; init; }

    internal string Name => $"{FirstName} {LastName}".Trim();

    /// <inheritdoc/>
    public override string ToString() => nameof(OrderContact);
}
