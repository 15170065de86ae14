namespace WhatsApp.Client;

/// <summary>What a template is for, which decides its price. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct TemplateCategory(string Value)
{
    /// <summary>Offers and everything that is not one of the others.</summary>
    public static TemplateCategory Marketing => new("MARKETING");

    /// <summary>About something the customer did or asked for.</summary>
    public static TemplateCategory Utility => new("UTILITY");

    /// <summary>One-time passwords.</summary>
    public static TemplateCategory Authentication => new("AUTHENTICATION");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
