namespace WhatsApp.Client.Webhooks;

/// <summary>Who calls whom. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct CallDirection(string Value)
{
    /// <summary>The customer calls the business.</summary>
    public static CallDirection UserInitiated => new("USER_INITIATED");

    /// <summary>The business calls the customer.</summary>
    public static CallDirection BusinessInitiated => new("BUSINESS_INITIATED");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
