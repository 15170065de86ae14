namespace WhatsApp.Client.Webhooks;

/// <summary>Whether a message is billed, and if not, why. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct PricingType(string Value)
{
    /// <summary>Billed.</summary>
    public static PricingType Regular => new("regular");

    /// <summary>Free: within the free tier of service messages (until September 2026: within the customer service window).</summary>
    public static PricingType FreeCustomerService => new("free_customer_service");

    /// <summary>Free: after an advertisement or a page's button.</summary>
    public static PricingType FreeEntryPoint => new("free_entry_point");

    /// <summary>Free: as above, in a group.</summary>
    public static PricingType FreeGroupCustomerService => new("free_group_customer_service");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
